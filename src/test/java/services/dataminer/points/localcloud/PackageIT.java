package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The package for Lambda")
class PackageIT {

  /// Bytes. Lambda reads all of it for each version that is published.
  private static final long LARGEST = 14_000_000;

  private static final Path ZIP = LocalOptions.forTests().build().functionZip();

  @Test
  @DisplayName("is no larger than 14 MB")
  void size() throws IOException {
    assertThat(Files.size(ZIP)).isLessThan(LARGEST);
  }

  @Test
  @DisplayName(
      "is jars without compression of their own, the product's own first on the class path")
  void jars(@TempDir Path folder) throws IOException {
    Path task = FunctionZip.unpack(ZIP, folder);

    assertThat(names(task)).containsExactly("lib");
    assertThat(names(task.resolve("lib")))
        .startsWith("app.jar")
        .allSatisfy(name -> assertThat(compressed(task.resolve("lib").resolve(name))).isEmpty());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> compressed(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .filter(entry -> entry.getMethod() != ZipEntry.STORED)
          .map(JarEntry::getName)
          .toList();
    }
  }
}
