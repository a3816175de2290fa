package services.dataminer.points.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The product's names")
class WordsTest {

  private static final Path MAIN = Path.of("src", "main", "java");

  @Test
  @DisplayName("hold no word that is gone, and no two files share one")
  void product() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(MAIN)) {
      files = found.filter(path -> path.toString().endsWith(".java")).toList();
    }
    assertThat(files).hasSizeGreaterThan(100);

    try (var sources =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      List<JavaFileObject> read = new ArrayList<>();
      sources.getJavaFileObjectsFromPaths(files).forEach(read::add);

      assertThat(Words.faults(read)).isEmpty();
    }
  }

  @ParameterizedTest
  @DisplayName("cannot take up a word again")
  @ValueSource(
      strings = {
        "record ToldFact() {}",
        "class MeetingJudge {}",
        "class JudgeMeeting {}",
        "class JudgingAgain {}",
        "class LostRace {}",
        "class MeetingInbox {}",
        "class Courier {}",
        "class Crew {}",
        "class TransferDesk {}",
        "class TransferNight {}",
        "record NamedPerson() {}",
        "record Attended() {}",
        "class ProofRun {}",
        "record Examined() {}",
        "class Outer { record Wait() {} }",
        "class ActivityStories {}",
        "record Round() {}",
        "record Lot() {}",
        "record Portion() {}",
        "record TakenBack() {}",
        "class TakeBack {}",
        "record Fault() {}",
        "record Side() {}",
        "record DecidedMessage() {}",
        "class C { void untilWon() {} }",
        "class C { void lostRace() {} }",
        "class C { void takeBack() {} }",
        "record R() { String lot() { return null; } }",
        "class Outer { record Answer() {} }",
        "class Outer { interface Inner { record Line() {} } }"
      })
  void gone(String source) {
    assertThat(faults(source)).isNotEmpty();
  }

  @Test
  @DisplayName("may be of other words that look alike")
  void alike() {
    assertThat(
            faults(
                """
                class Outer {
                  record Untold() {}
                  record Waiting() {}
                  record Decided() {}
                  record ActivityLine() {}
                  record Ballot() {}
                  record Rounded() {}
                  boolean isDefault() { return true; }
                }
                """))
        .isEmpty();
  }

  @Test
  @DisplayName("are each the name of one file only; nested types have their outer type's, too")
  void unique() {
    assertThat(faults("package a; class One { record Same() {} }", "package b; class Same {}"))
        .isEmpty();
    assertThat(faults("package a; class Same {}", "package b; record Same() {}"))
        .containsExactly("Same is in a and in b");
  }

  private static List<String> faults(String... sources) {
    return Words.faults(Stream.of(sources).map(WordsTest::file).toList());
  }

  private static JavaFileObject file(String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///Sample.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
