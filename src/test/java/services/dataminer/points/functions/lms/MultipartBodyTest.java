package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.functions.lms.MultipartBody.Part;
import services.dataminer.points.platform.http.ProblemException;

class MultipartBodyTest {

  private static final String CONTENT_TYPE = "multipart/mixed; boundary=b";

  private static List<Part> parts(String body) {
    return MultipartBody.parts(CONTENT_TYPE, body.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(Part part) {
    return new String(part.bytes(), StandardCharsets.ISO_8859_1);
  }

  @Provide
  Arbitrary<List<String>> contents() {
    return Arbitraries.strings()
        .withChars("\r\n-b \u0000\u00ff:x")
        .ofMaxLength(30)
        .filter(content -> !("\n" + content).contains("\n--b"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property(tries = 500)
  void Whatever_is_between_boundaries_is_found(@ForAll("contents") List<String> contents) {
    String body = "--b\r\n\r\n" + String.join("\r\n--b\r\n\r\n", contents) + "\r\n--b--";

    assertThat(parts(body).stream().map(MultipartBodyTest::text)).isEqualTo(contents);
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.of("--b", "--b--", "\r\n", "\n", "\r", "--", "b", " ", "A: 1", ":", "\u00ff")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 2000)
  void Anything_else_is_refused_and_nothing_fails(@ForAll("bodies") String body) {
    Throwable thrown = catchThrowable(() -> assertThat(parts(body)).isNotEmpty());

    if (thrown != null) {
      assertThat(thrown).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void Headers_have_no_case_and_may_be_folded() {
    Part part = parts("--b\r\nX-A:  1\r\n\t2 \r\nx-B:\r\n\r\ndata\r\n--b--").getFirst();

    assertThat(part.header("x-a")).contains("1 2");
    assertThat(part.header("x-b")).contains("");
    assertThat(text(part)).isEqualTo("data");
  }

  @Test
  void A_line_that_only_begins_like_the_boundary_is_content() {
    assertThat(text(parts("--b\r\n\r\n--bc\r\n--b c\r\n--b--").getFirst()))
        .isEqualTo("--bc\r\n--b c");
  }

  @Test
  void Parts_are_bounded() {
    String part = "--b\n\n\n";

    assertThat(parts(part.repeat(MultipartBody.MOST_PARTS) + "--b--"))
        .hasSize(MultipartBody.MOST_PARTS);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> parts(part.repeat(MultipartBody.MOST_PARTS + 1) + "--b--"));
  }

  @ParameterizedTest
  @Timeout(10)
  @ValueSource(strings = {"\n", " ", "--b", "--b\n", "--b\n\n", "--b\n\n--b --", "\r", "-"})
  void The_largest_body_is_read_in_no_time(String piece) {
    String body = piece.repeat(XapiCall.MOST_BYTES / piece.length());

    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> parts(body));
  }

  @ParameterizedTest
  @Timeout(10)
  @ValueSource(strings = {"A: 1\n", " 1\n", "A: 1\n 1\n", "A"})
  void Headers_are_bounded(String line) {
    String body = "--b\nX: 1\n" + line.repeat(1_000_000) + "\n\n--b--";

    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> parts(body));
  }
}
