package services.dataminer.points.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;

/// Names of top-level types are unique, so the words of a source tell which types it uses.
@DisplayName("The fast lane")
class FastLaneTest {

  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Set<String> SLOW =
      Set.of(
          "FakeAws",
          "FreshTables",
          "FunctionProcess",
          "LocalCloud",
          "LocalDatabase",
          "LocalQueues",
          "QuarkusTest",
          "SQSRestServerBuilder");
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern COMMENT_OR_STRING =
      Pattern.compile("//.*|\"(?:\\\\.|[^\"\\\\\n])*\"");

  /// The words of each test source, by the name of its type.
  private static Map<String, Set<String>> sources() throws IOException {
    var words = new HashMap<String, Set<String>>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String code = COMMENT_OR_STRING.matcher(Files.readString(file)).replaceAll("");
        words.put(
            file.getFileName().toString().replace(".java", ""),
            WORD.matcher(code).results().map(found -> found.group()).collect(Collectors.toSet()));
      }
    }
    return words;
  }

  /// Whether a type uses something slow, itself or by others.
  private static boolean isSlow(String type, Map<String, Set<String>> sources) {
    var seen = new HashSet<String>();
    var toVisit = new ArrayDeque<>(List.of(type));
    while (!toVisit.isEmpty()) {
      for (String word : sources.getOrDefault(toVisit.pop(), Set.of())) {
        if (SLOW.contains(word)) {
          return true;
        }
        if (sources.containsKey(word) && seen.add(word)) {
          toVisit.push(word);
        }
      }
    }
    return false;
  }

  private static Stream<String> tests(Map<String, Set<String>> sources) {
    return sources.keySet().stream().filter(type -> type.endsWith("Test")).sorted();
  }

  @Test
  @DisplayName(
      "starts no database, no queues, no Quarkus and no script at work, but for tests of the ledger")
  void startsNothing() throws IOException {
    Map<String, Set<String>> sources = sources();
    Set<String> ledger = ledger();

    List<String> slow =
        tests(sources).filter(test -> isSlow(test, sources) && !ledger.contains(test)).toList();
    assertThat(slow).hasSizeGreaterThan(50);
    assertThat(slow)
        .as("classes to mark with @%s", WholeSuite.class.getSimpleName())
        .allMatch(test -> sources.get(test).contains("WholeSuite"));
  }

  @Test
  @DisplayName("leaves out no test that starts nothing")
  void leavesOutNothingElse() throws IOException {
    Map<String, Set<String>> sources = sources();

    assertThat(tests(sources))
        .filteredOn(test -> sources.get(test).contains("WholeSuite"))
        .filteredOn(test -> !test.equals(FastLaneTest.class.getSimpleName()))
        .as("classes that do not need @%s", WholeSuite.class.getSimpleName())
        .allMatch(test -> isSlow(test, sources));
  }

  private static Set<String> ledger() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS.resolve("services/dataminer/points/ledger"))) {
      return files
          .map(path -> path.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }
}
