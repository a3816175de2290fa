package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A tracing header")
class TraceHeaderTest {

  @Test
  @DisplayName("counts the invocations of each function, also when it was sent and received")
  void invocationsAreCounted() {
    TraceHeader chain =
        Stream.of("virtual-meeting", "meeting-attendance", "meeting-attendance")
            .reduce(
                TraceHeader.start(),
                (trace, function) -> TraceHeader.of(trace.into(function).text()),
                (one, _) -> one);

    assertThat(chain.invocations("virtual-meeting")).isEqualTo(1);
    assertThat(chain.invocations("meeting-attendance")).isEqualTo(2);
    assertThat(chain.invocations("adjustment")).isZero();
  }

  @Test
  @DisplayName("keeps the root of the chain, and takes one without counts as its beginning")
  void rootIsKept() {
    TraceHeader first = TraceHeader.of("Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1");

    assertThat(first.invocations("adjustment")).isZero();
    assertThat(TraceHeader.of(first.into("adjustment").text()).root())
        .isEqualTo("1-5759e988-bd862e3fe1be46a994272793");
  }
}
