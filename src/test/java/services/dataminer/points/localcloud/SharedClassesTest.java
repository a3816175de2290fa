package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The classes that processes share")
class SharedClassesTest {

  @TempDir private Path folder;
  private Path task;
  private final List<SharedClasses> trained = new ArrayList<>();

  @BeforeEach
  void unpack() throws IOException {
    task = Files.createDirectories(folder.resolve("a1b2"));
    Files.createDirectories(task.resolve("lib"));
    Files.writeString(task.resolve("lib").resolve("z.jar"), "");
    Files.writeString(task.resolve("lib").resolve("a.jar"), "");
  }

  @Test
  @DisplayName("are written once, by a process that ends in time")
  void written() {
    Predicate<SharedClasses> writes = classes -> train(classes, true);
    SharedClasses first = SharedClasses.of(task, writes).orElseThrow();
    SharedClasses second = SharedClasses.of(task, writes).orElseThrow();

    assertThat(trained)
        .singleElement()
        .extracting(SharedClasses::option)
        .asString()
        .startsWith("-XX:AOTCacheOutput=");
    assertThat(first).isEqualTo(second);
    assertThat(first.option())
        .isEqualTo("-XX:AOTCache=" + folder + "/a1b2-" + Runtime.version() + ".aot");
  }

  @Test
  @DisplayName("are in the jars of the package, in the order of Lambda's class path")
  void jars() {
    SharedClasses classes = SharedClasses.of(task, training -> train(training, true)).orElseThrow();

    assertThat(classes.jars())
        .containsExactly(
            task.resolve("lib").resolve("a.jar"), task.resolve("lib").resolve("z.jar"));
  }

  @Test
  @DisplayName("are none where the process does not end, and are tried again")
  void unfinished() {
    assertThat(SharedClasses.of(task, classes -> train(classes, false))).isEmpty();
    assertThat(SharedClasses.of(task, _ -> true)).isEmpty();
    assertThat(SharedClasses.of(task, classes -> train(classes, true))).isPresent();
  }

  private boolean train(SharedClasses classes, boolean ends) {
    trained.add(classes);
    try {
      Files.writeString(Path.of(classes.option().substring(classes.option().indexOf('=') + 1)), "");
      return ends;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
