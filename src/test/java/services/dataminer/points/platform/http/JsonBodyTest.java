package services.dataminer.points.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ping",
        "{",
        "{}{}",
        "[]",
        "null",
        "\"text\"",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":1e999}",
        "{\"a\":[-1e999]}",
        "{\"a\":01}",
        "{'a':1}",
        "{\"a\":1,}",
        "{\"a\":1}// comment",
        "{\"a\":\"line\nbreak\"}"
      })
  void What_is_not_one_JSON_object_is_refused(String body) {
    assertRefused(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void Numbers_of_many_digits_are_refused() {
    assertRefused(("{\"a\":" + "9".repeat(41) + "}").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void Nesting_beyond_fifty_levels_is_refused() {
    String lists = "[".repeat(50) + "]".repeat(50);
    assertRefused(("{\"a\":" + lists + "}").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void Bytes_that_are_not_UTF_8_are_refused() {
    assertRefused(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
    assertRefused("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  void The_refusal_does_not_repeat_the_body() {
    assertThatThrownBy(
            () -> JsonBody.object("{\"mail\": ada@acme".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problem().detail()).contains("line 1").doesNotContain("ada"));
  }

  @Test
  void An_object_is_read() {
    assertThat(JsonBody.object("{\"a\":[1,{}]}".getBytes(StandardCharsets.UTF_8)))
        .hasToString("{\"a\":[1,{}]}");
  }

  @Property(tries = 2_000)
  void Any_bytes_are_read_or_refused(@ForAll byte[] body) {
    Throwable thrown = catchThrowable(() -> JsonBody.object(body));
    assertThat(thrown == null || thrown instanceof ProblemException).isTrue();
  }

  private static void assertRefused(byte[] body) {
    assertThatThrownBy(() -> JsonBody.object(body))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.MALFORMED_BODY));
  }
}
