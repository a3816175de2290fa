package services.dataminer.points.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import services.dataminer.points.platform.json.Json;

class FailureTextTest {

  @Test
  void An_exception_and_its_causes_are_one_line() {
    var fault =
        new IllegalStateException("the table\nis down", new IllegalArgumentException("no route"));

    assertThat(FailureText.of(fault))
        .startsWith("java.lang.IllegalStateException: the table is down (FailureTextTest.java:")
        .contains("; because of java.lang.IllegalArgumentException: no route")
        .doesNotContain("\n");
  }

  @Test
  void Addresses_are_not_told() {
    assertThat(FailureText.of(new IllegalStateException("mailto:ada@acme.example is no partner's")))
        .contains(": <address> is no partner's");
  }

  @Test
  void Of_a_long_text_the_beginning_is_told_and_no_address_that_is_cut() {
    String words = "word ".repeat(163);

    assertThat(FailureText.of(new IllegalStateException(words + "ada@acme.example")))
        .hasSizeLessThan(700)
        .contains("word word")
        .doesNotContain("ada");
    assertThat(FailureText.of(new IllegalStateException("ada@acme.example ".repeat(10_000))))
        .hasSizeLessThan(700)
        .contains("<address> <address>")
        .doesNotContain("ada");
  }

  @Test
  void What_a_JSON_parser_quotes_is_not_told() {
    Throwable fault = catchThrowable(() -> Json.MAPPER.readValue("\"Ada Lopez\"", Instant.class));

    assertThat(FailureText.of(fault)).contains("InvalidFormatException").doesNotContain("Ada");
  }
}
