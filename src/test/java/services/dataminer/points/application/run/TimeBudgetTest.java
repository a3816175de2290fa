package services.dataminer.points.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final TimeBudget time = new TimeBudget(Duration.ofNanos(10), nanos::get);

  @Test
  void Time_is_up_once_the_limit_has_passed_even_where_the_clock_overflows() {
    nanos.addAndGet(9);
    assertThat(time.isUp()).isFalse();
    assertThat(time.left()).isEqualTo(Duration.ofNanos(1));

    nanos.addAndGet(1);
    assertThat(time.isUp()).isTrue();
    nanos.addAndGet(1000);
    assertThat(time.left()).isZero();
  }
}
