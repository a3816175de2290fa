package services.dataminer.points.application.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.night.DividedNight;
import services.dataminer.points.ledger.night.NightKind;

@DisplayName("A night that is too large for one call")
@WholeSuite
class DividedNightTest {

  private final CountedNights nights = new CountedNights();

  @Test
  @DisplayName("is done in shards, and reported as a whole by who finishes the last")
  void all() {
    List<ShardMessage> messages = nights.divided(CountedNights.AT, 40);

    for (ShardMessage message : messages) {
      assertThat(nights.reports).isEmpty();
      nights.deliver(message);
    }

    assertThat(messages).hasSize(4).allMatch(message -> message.attempt() == 1);
    assertThat(nights.workedOn).containsExactlyInAnyOrderElementsOf(CountedNights.members(40));
    assertThat(nights.reports).containsExactly(CountedNights.sums(40, 0, 0));
    assertThat(nights.nights.find(NightKind.TRANSFERS, CountedNights.AT).reported()).isTrue();
  }

  @Test
  @DisplayName("adds what was done before it was divided")
  void already() {
    nights.divide.divide(
        CountedNights.due(CountedNights.AT, CountedNights.members(40)), Map.of("members", 7L));

    nights.taken().forEach(nights::deliver);

    assertThat(nights.reports).containsExactly(CountedNights.sums(47, 0, 0));
  }

  @Test
  @DisplayName("is not divided if it is small, or nothing is due")
  void small() {
    assertThat(
            nights.divide.divide(
                CountedNights.due(CountedNights.AT, CountedNights.members(10)), Map.of()))
        .isEqualTo(OptionalInt.empty());
    assertThat(
            nights.divide.divide(
                CountedNights.due(CountedNights.AT, CountedNights.members(0)), Map.of()))
        .isEqualTo(OptionalInt.empty());

    assertThat(nights.queue.take()).isEmpty();
    assertThat(nights.nights.latest(NightKind.TRANSFERS, 5)).isEmpty();
  }

  @Test
  @DisplayName("keeps small nights behind it on the queue until its workers are through")
  void busy() {
    List<ShardMessage> messages = nights.divided(CountedNights.AT, 40);

    assertThat(
            nights.divide.divide(
                CountedNights.due(CountedNights.NEXT, CountedNights.members(3)), Map.of()))
        .hasValue(1);
    List<ShardMessage> small = nights.taken();
    messages.forEach(nights::deliver);
    small.forEach(nights::deliver);

    assertThat(nights.reports)
        .containsExactly(CountedNights.sums(40, 0, 0), CountedNights.sums(3, 0, 0));
    assertThat(
            nights.divide.divide(
                CountedNights.due(CountedNights.NEXT.plusSeconds(86_400), CountedNights.members(3)),
                Map.of()))
        .isEmpty();
  }

  @Test
  @DisplayName("does not notice that messages are delivered twice, then or later")
  void doubled() {
    List<ShardMessage> messages = nights.divided(CountedNights.AT, 40);

    for (ShardMessage message : messages) {
      nights.deliver(message);
      nights.deliver(message);
    }
    messages.forEach(nights::deliver);

    assertThat(nights.workedOn).hasSize(40);
    assertThat(nights.reports).containsExactly(CountedNights.sums(40, 0, 0));
  }

  @Test
  @DisplayName("is divided once, though it is called twice")
  void calledTwice() {
    List<ShardMessage> messages = nights.divided(CountedNights.AT, 40);
    nights.deliver(messages.getFirst());

    assertThat(
            nights.divide.divide(
                CountedNights.due(CountedNights.AT, CountedNights.members(30)), Map.of()))
        .hasValue(4);

    assertThat(nights.taken()).isEmpty();
    messages.forEach(nights::deliver);
    assertThat(nights.reports).containsExactly(CountedNights.sums(40, 0, 0));
  }

  @Test
  @DisplayName("may be called again after all of it, and late messages of before change nothing")
  void calledAgainLater() {
    List<ShardMessage> before = nights.divided(CountedNights.AT, 40);
    before.forEach(nights::deliver);

    List<ShardMessage> after = nights.divided(CountedNights.AT, 20);
    before.forEach(nights::deliver);
    assertThat(nights.workedOn).hasSize(40);
    after.forEach(nights::deliver);

    assertThat(nights.reports)
        .containsExactly(CountedNights.sums(40, 0, 0), CountedNights.sums(20, 0, 0));
  }

  @Test
  @DisplayName("is counted right though all its workers finish at once, and twice")
  void atOnce() {
    List<ShardMessage> messages = nights.divided(CountedNights.AT, 40);

    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Stream.concat(messages.stream(), messages.stream())
          .forEach(message -> workers.execute(() -> nights.deliver(message)));
    }

    assertThat(nights.reports).containsExactly(CountedNights.sums(40, 0, 0));
  }

  @Test
  @DisplayName("does not mind another night that overlaps it, and is reported late after it")
  void overlapping() {
    List<ShardMessage> one = nights.divided(CountedNights.AT, 40);
    List<ShardMessage> other = nights.divided(CountedNights.NEXT, 20);

    nights.deliver(one.getFirst());
    other.forEach(nights::deliver);
    one.forEach(nights::deliver);

    assertThat(nights.reports)
        .containsExactly(CountedNights.sums(20, 0, 0), CountedNights.sums(40, 0, 0));
    assertThat(nights.nights.latest(NightKind.TRANSFERS, 5))
        .extracting(DividedNight::scheduledAt)
        .containsExactly(CountedNights.NEXT, CountedNights.AT);
    assertThat(nights.nights.latest(NightKind.BALANCES, 5)).isEmpty();
  }
}
