package services.dataminer.points.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is logged")
class CallIdsTest {

  private static final String TRACE = "1-5e1b4151-43a0913a12345678901234ab";

  @AfterEach
  void clear() {
    System.clearProperty(CallIds.TRACE_HEADER);
  }

  @Test
  @DisplayName("during a call has the ids of the call and its trace, and none afterwards")
  void ofACall() {
    System.setProperty(
        CallIds.TRACE_HEADER, "Root=" + TRACE + ";Parent=53995c3f42cd8ad8;Sampled=1");

    try (var _ = CallIds.of("request-1")) {
      assertThat(MDC.get("requestId")).isEqualTo("request-1");
      assertThat(MDC.get("traceId")).isEqualTo(TRACE);
    }

    assertThat(MDC.get("requestId")).isNull();
    assertThat(MDC.get("traceId")).isNull();
  }

  @Test
  @DisplayName("about a message has the trace of its sender, and then again that of the delivery")
  void ofAMessage() {
    System.setProperty(CallIds.TRACE_HEADER, "Root=1-00000000-000000000000000000000001");

    try (var _ = CallIds.of("request-1")) {
      try (var _ = CallIds.ofMessage("Self=1-a;Root=" + TRACE + ";Sampled=0")) {
        assertThat(MDC.get("requestId")).isEqualTo("request-1");
        assertThat(MDC.get("traceId")).isEqualTo(TRACE);
      }
      assertThat(MDC.get("traceId")).isEqualTo("1-00000000-000000000000000000000001");
    }
  }

  @Test
  @DisplayName(
      "by another thread has the ids of the work that was handed to it, and none afterwards")
  void byAnotherThread() throws InterruptedException {
    var seen = new ArrayList<Object>();
    CallIds.Ids ids;
    try (var _ = CallIds.of("request-1");
        var _ = CallIds.ofMessage("Root=" + TRACE)) {
      ids = CallIds.now();
    }

    Thread.startVirtualThread(
            () -> {
              try (var _ = CallIds.ofHandedOver(ids)) {
                seen.addAll(Arrays.asList(MDC.get("requestId"), MDC.get("traceId")));
              }
              seen.addAll(Arrays.asList(MDC.get("requestId"), MDC.get("traceId")));
            })
        .join();

    assertThat(seen).containsExactly("request-1", TRACE, null, null);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"unknown", "", "Root=", "Root=ada@acme.example", "NoRoot=1-2-3"})
  @DisplayName("about a message without a trace has the trace of the delivery")
  void withoutTrace(String header) {
    System.setProperty(CallIds.TRACE_HEADER, "Root=" + TRACE);

    try (var _ = CallIds.of(null);
        var _ = CallIds.ofMessage(header)) {
      assertThat(MDC.get("traceId")).isEqualTo(TRACE);
      assertThat(MDC.get("requestId")).isNull();
    }
  }
}
