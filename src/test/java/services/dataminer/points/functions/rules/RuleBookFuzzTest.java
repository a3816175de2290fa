package services.dataminer.points.functions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import services.dataminer.points.functions.Foreign;
import services.dataminer.points.program.rules.RuleBook;

@DisplayName("A rule book, whatever is in the file,")
class RuleBookFuzzTest {

  @FuzzTest
  void read(byte[] sent) {
    String text = new String(sent, StandardCharsets.UTF_8);
    int lines = text.split("\r\n|[\r\n\u0085\u2028\u2029]", -1).length;
    Optional<RuleBook> book =
        Foreign.read(
            () -> {
              try {
                return Optional.of(RuleBookYaml.read("fuzz.yaml", text));
              } catch (InvalidRuleBook invalid) {
                assertThat(invalid.violations())
                    .isNotEmpty()
                    .allMatch(it -> it.line() >= 1 && it.line() <= lines + 1);
                return Optional.<RuleBook>empty();
              }
            });
    book.ifPresent(
        it -> {
          assertThat(RuleBookYaml.read("fuzz.yaml", text)).isEqualTo(it);
          assertThat(it.editions()).isNotEmpty();
        });
  }
}
