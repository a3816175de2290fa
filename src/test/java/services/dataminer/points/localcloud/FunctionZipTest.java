package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The package, unpacked")
class FunctionZipTest {

  private static final int CLOUDS = 8;

  @TempDir private Path folder;

  private Path zip() throws IOException {
    Path zip = folder.resolve("function.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(file)) {
      for (int i = 0; i < 50; i++) {
        entries.putNextEntry(new ZipEntry("lib/" + i));
        entries.write(i);
      }
    }
    return zip;
  }

  @Test
  @DisplayName("is whole for each cloud, though several start at once")
  void atOnce() throws IOException {
    Path zip = zip();
    Path parent = folder.resolve("unpacked");
    var together = new CyclicBarrier(CLOUDS);

    try (var clouds = Executors.newFixedThreadPool(CLOUDS)) {
      var unpacked =
          IntStream.range(0, CLOUDS)
              .mapToObj(
                  _ ->
                      clouds.submit(
                          () -> {
                            together.await();
                            return FunctionZip.unpack(zip, parent);
                          }))
              .toList();

      assertThat(unpacked)
          .allSatisfy(
              one ->
                  assertThat(one)
                      .succeedsWithin(Duration.ofMinutes(1))
                      .satisfies(path -> assertThat(path.resolve("lib/49")).exists()));
    }
  }
}
