package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The package for Lambda")
class PackageIT {

  /// Bytes. If the update of a library does not fit, see what it brought; a few percent may be
  /// allowed.
  private static final long LARGEST = 14_000_000;

  private static final String OWN = "app.jar";
  private static final Path ZIP = LocalOptions.forTests().build().functionZip();

  /// As Maven brings them.
  private static final Path LIBRARIES = ZIP.resolveSibling("lib");

  @TempDir private Path folder;
  private Path task;
  private Path lib;

  @BeforeEach
  void unpack() {
    task = FunctionZip.unpack(ZIP, folder);
    lib = task.resolve("lib");
  }

  @Test
  @DisplayName("is no larger than 14 MB")
  void size() throws IOException {
    assertThat(Files.size(ZIP)).isLessThan(LARGEST);
  }

  @Test
  @DisplayName("is jars without compression of their own, the product's first on the class path")
  void jars() throws IOException {
    assertThat(names(task)).containsExactly("lib");
    assertThat(names(lib))
        .startsWith(OWN)
        .allSatisfy(
            name ->
                assertThat(entries(lib.resolve(name)))
                    .allMatch(entry -> entry.getMethod() == ZipEntry.STORED));
  }

  @Test
  @DisplayName("has all that the libraries have")
  void libraries() throws IOException {
    List<String> libraries = names(lib).stream().filter(name -> !name.equals(OWN)).toList();

    assertThat(libraries)
        .hasSizeGreaterThan(50)
        .allSatisfy(
            name ->
                assertThat(contents(lib.resolve(name)))
                    .isEqualTo(contents(LIBRARIES.resolve(name))));
  }

  @Test
  @DisplayName("names no other jars to be looked for")
  void classPath() throws IOException {
    assertThat(entries(lib.resolve(OWN)))
        .extracting(ZipEntry::getName)
        .contains("application.properties")
        .doesNotContain(JarFile.MANIFEST_NAME);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static Map<String, Long> contents(Path jar) throws IOException {
    return entries(jar).stream().collect(Collectors.toMap(ZipEntry::getName, ZipEntry::getCrc));
  }

  private static List<? extends ZipEntry> entries(Path jar) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      return Collections.list(file.entries());
    }
  }
}
