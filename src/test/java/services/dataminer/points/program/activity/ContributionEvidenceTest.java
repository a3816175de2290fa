package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;

@DisplayName("The evidence of a contribution")
class ContributionEvidenceTest {

  private static final Contribution SHOWN =
      contribution("answer-question", "https://dojo.example/1");
  private static final Contribution BARE =
      new Contribution("ada", "answer-question", Optional.empty(), Optional.empty());

  private static Contribution contribution(String action, String evidence) {
    return new Contribution("ada", action, Optional.empty(), Optional.of(evidence));
  }

  @Test
  @DisplayName("can be followed until it is erased")
  void followed() {
    assertThat(SHOWN.hasEvidence()).isTrue();
    assertThat(SHOWN.hasErasedEvidence()).isFalse();
    assertThat(SHOWN.erased().hasEvidence()).isFalse();
    assertThat(SHOWN.erased().hasErasedEvidence()).isTrue();
    assertThat(SHOWN.erased().toString()).doesNotContain("dojo.example");
  }

  @Test
  @DisplayName("that was never given cannot be erased")
  void none() {
    assertThat(BARE.erased()).isSameAs(BARE);
    assertThat(BARE.hasEvidence()).isFalse();
    assertThat(BARE.hasErasedEvidence()).isFalse();
  }

  @Test
  @DisplayName("matches any once it is erased, on either side, but nothing else does")
  void matches() {
    Contribution other = contribution("answer-question", "https://dojo.example/2");

    assertThat(SHOWN.matches(SHOWN)).isTrue();
    assertThat(SHOWN.matches(other)).isFalse();
    assertThat(SHOWN.erased().matches(other)).isTrue();
    assertThat(other.matches(SHOWN.erased())).isTrue();
    assertThat(SHOWN.erased().matches(contribution("speak", "https://dojo.example/1"))).isFalse();
    assertThat(SHOWN.erased().matches(BARE)).isFalse();
    assertThat(SHOWN.matches(new Adjustment("ada", 5, "A gift"))).isFalse();
  }

  @Test
  @DisplayName("goes from what was recorded, and stays erased if the same is recorded again")
  void recorded() {
    Instant at = Instant.parse("2026-10-20T09:00:00Z");
    var shown = new Recorded(at, "grace", at, SHOWN);
    var gift = new Recorded(at, "grace", at, new Adjustment("ada", 5, "A gift"));
    ActivityId id = ActivityId.recorded(ActivityKind.CONTRIBUTION, "any");

    assertThat(shown.erased()).isEqualTo(new Recorded(at, "grace", at, SHOWN.erased()));
    assertThat(gift.erased()).isEqualTo(gift);
    assertThat(RecordedAward.of(id, List.of(shown, shown.erased())).facts())
        .containsExactly(shown.erased());
    assertThat(RecordedAward.of(id, List.of(shown.erased(), shown)).facts())
        .containsExactly(shown.erased());
  }
}
