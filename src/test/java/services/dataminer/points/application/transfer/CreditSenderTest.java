package services.dataminer.points.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.transfer.Dojo.Response;

class CreditSenderTest {

  private static final Credit CREDIT = new Credit("ada.t-1", "ada", "ada@acme.example", 1);
  private static final Response BOOKED = new Response.Credited();
  private static final Response UNCLEAR = new Response.Unclear("answered 409");
  private static final Response ABSENT = new Response.Absent("answered 302");

  private final Deque<Response> answers = new ArrayDeque<>();
  private final List<Duration> rests = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final CreditSender sender =
      new CreditSender(
          _ -> answers.remove(),
          new TimeBudget(Duration.ofMinutes(10), nanos::get),
          rest -> {
            rests.add(rest);
            nanos.addAndGet(rest.toNanos());
          },
          1);

  private static Response busy(long seconds) {
    return new Response.Busy("429", Optional.of(Duration.ofSeconds(seconds)));
  }

  private static Response busy() {
    return new Response.Busy("503", Optional.empty());
  }

  private Response send(Response... coming) {
    answers.addAll(List.of(coming));
    return sender.send(CREDIT);
  }

  @Test
  void What_DOJO_says_is_brought_back_without_waiting() {
    assertThat(send(BOOKED)).isEqualTo(BOOKED);
    assertThat(send(new Response.Rejected("no"))).isEqualTo(new Response.Rejected("no"));
    assertThat(send(UNCLEAR)).isEqualTo(UNCLEAR);
    assertThat(rests).isEmpty();
  }

  @Test
  void A_busy_DOJO_is_asked_three_times_with_growing_pauses() {
    assertThat(send(busy(), busy(), busy())).isEqualTo(busy());

    assertThat(answers).isEmpty();
    assertThat(rests).hasSize(2);
    assertThat(rests.get(0)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
    assertThat(rests.get(1)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
  }

  @Test
  void The_pause_that_DOJO_asks_for_is_kept() {
    assertThat(send(busy(3), BOOKED)).isEqualTo(BOOKED);

    assertThat(rests).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void The_pause_that_DOJO_asked_of_one_credit_is_kept_before_the_next() {
    send(busy(1), busy(1), busy(4));

    send(BOOKED);

    assertThat(rests)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(4));
  }

  @Test
  void A_longer_pause_than_a_run_can_wait_ends_the_run() {
    assertThat(send(busy(21))).isEqualTo(busy(21));

    assertThat(sender.stops()).isTrue();
    assertThat(rests).isEmpty();
  }

  @Test
  void A_pause_that_reaches_beyond_the_runs_time_is_not_waited_for() {
    nanos.set(Duration.ofMinutes(10).minusSeconds(2).toNanos());

    send(busy(3));

    assertThat(rests).isEmpty();
    assertThat(sender.stops()).isTrue();
  }

  static List<Response> answersOfADojoThatWorks() {
    return List.of(BOOKED, new Response.Rejected("no"), UNCLEAR);
  }

  @ParameterizedTest
  @MethodSource("answersOfADojoThatWorks")
  void Five_failures_in_a_row_end_the_run_unless_DOJO_answers_in_between(Response between) {
    for (int i = 0; i < 4; i++) {
      send(ABSENT);
    }
    send(between);
    for (int i = 0; i < 4; i++) {
      send(ABSENT);
    }
    assertThat(sender.stops()).isFalse();

    send(ABSENT);

    assertThat(sender.stops()).isTrue();
  }

  @Test
  void Credits_that_DOJO_cannot_decide_do_not_end_the_run_however_many() {
    for (int i = 0; i < 20; i++) {
      send(UNCLEAR);
    }

    assertThat(sender.stops()).isFalse();
  }

  @Test
  void Nothing_is_asked_once_the_time_is_up_however_long_DOJO_asked_to_wait() {
    nanos.set(Duration.ofMinutes(10).minusSeconds(5).toNanos());

    assertThat(send(busy(5), BOOKED)).isEqualTo(new Response.NotAsked("out of time"));

    assertThat(rests).containsExactly(Duration.ofSeconds(5));
    assertThat(answers).containsExactly(BOOKED);
  }

  @Test
  void A_fault_of_ours_counts_as_a_failure_too() {
    for (int i = 0; i < 5; i++) {
      assertThat(sender.stops()).isFalse();
      // There is no answer to give, which is the test's way of failing.
      assertThatThrownBy(this::send).isInstanceOf(NoSuchElementException.class);
    }

    assertThat(sender.stops()).isTrue();
  }

  @Test
  void A_run_whose_time_is_up_stops() {
    assertThat(sender.stops()).isFalse();

    nanos.set(Duration.ofMinutes(10).toNanos());

    assertThat(sender.stops()).isTrue();
  }
}
