package services.dataminer.points.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the commands of the README to the scripts. `ReadmeIT` runs its other commands.
@DisplayName("The README's scripts")
class ReadmeCommandsTest {

  private static final Pattern COMMAND =
      Pattern.compile("scripts/(?<script>[a-z-]+)(?<rest>(?: (?!#)[^`\n #]+)*)");
  private static final Pattern OPTION = Pattern.compile("(?<= )--[a-z-]+");

  static List<String> commands() throws IOException {
    return COMMAND
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  @Test
  @DisplayName("begin with those that start and test everything")
  void two() throws IOException {
    assertThat(commands()).startsWith("scripts/local --demo", "scripts/verify");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  @DisplayName("exist, can be run, and say that they have these options")
  void exist(String command) throws IOException {
    var found = COMMAND.matcher(command);
    assertThat(found.matches()).isTrue();
    Path script = Path.of("scripts", found.group("script"));

    assertThat(script).isExecutable();
    String text = Files.readString(script);
    assertThat(OPTION.matcher(found.group("rest")).results().map(MatchResult::group))
        .allSatisfy(option -> assertThat(text).contains(option));
  }
}
