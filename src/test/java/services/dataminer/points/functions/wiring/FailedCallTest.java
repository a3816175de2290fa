package services.dataminer.points.functions.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A call that failed")
class FailedCallTest {

  @Test
  @DisplayName("is logged by Lambda with what happened and where, and nobody's address")
  void redacted() {
    var cause = new IllegalArgumentException("nobody is ada@acme.example");
    var failed = new IllegalStateException("the night of ben@acme.example failed", cause);
    failed.addSuppressed(new IllegalStateException("cleo@acme.example"));

    assertThat(printed(new FailedCall(failed)))
        .contains(
            "java.lang.IllegalStateException: the night of <address> failed",
            "because of java.lang.IllegalArgumentException: nobody is <address>",
            "at services.dataminer.points.functions.wiring.FailedCallTest.redacted")
        .doesNotContain("@acme");
  }

  private static String printed(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
