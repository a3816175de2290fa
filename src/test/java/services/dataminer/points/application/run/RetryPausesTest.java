package services.dataminer.points.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A run's pauses before it tries again")
class RetryPausesTest {

  private final List<Duration> rests = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final RetryPauses pauses =
      new RetryPauses(
          Duration.ofMillis(200),
          Duration.ofSeconds(20),
          new TimeBudget(Duration.ofSeconds(30), nanos::get),
          rests::add);

  @ParameterizedTest(name = "after attempt {0}: {1} to {2} ms")
  @CsvSource({"1, 200, 400", "2, 400, 800", "3, 800, 1600"})
  @DisplayName("double each time, with jitter")
  void growing(int attempt, long least, long most) {
    for (int n = 0; n < 100; n++) {
      assertThat(pauses.growing(attempt).toMillis()).isBetween(least, most);
    }
  }

  @Test
  @DisplayName("are as long as asked for, but no longer than it bears, nor than it has time")
  void bounded() {
    pauses.rest(Duration.ofSeconds(20));
    pauses.rest(Duration.ofSeconds(21));
    nanos.set(Duration.ofSeconds(25).toNanos());
    pauses.rest(Duration.ofSeconds(6));

    assertThat(rests)
        .containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(5));
    assertThat(pauses.isTooLong(Duration.ofSeconds(5))).isFalse();
    assertThat(pauses.isTooLong(Duration.ofSeconds(6))).isTrue();
  }
}
