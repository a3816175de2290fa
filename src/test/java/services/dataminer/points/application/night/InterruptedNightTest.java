package services.dataminer.points.application.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.platform.outage.Unavailable;

@DisplayName("A divided night whose calls are killed, fail or run out of time")
@WholeSuite
class InterruptedNightTest {

  private final CountedNights nights = new CountedNights();

  @Test
  @DisplayName("goes on where its call was ended while it put shards on the queue")
  void killedWhileDividing() {
    nights.queue.breakAfter(1);
    assertThatThrownBy(
            () ->
                nights.divide.divide(
                    CountedNights.due(CountedNights.AT, CountedNights.members(40)), Map.of()))
        .isInstanceOf(Unavailable.class);
    nights.queue.mend();
    List<ShardMessage> first = nights.taken();
    first.forEach(nights::deliver);
    var rest = new ArrayList<>(CountedNights.members(40));
    rest.removeAll(nights.workedOn);

    assertThat(nights.divide.divide(CountedNights.due(CountedNights.AT, rest), Map.of()))
        .hasValue(4);
    nights.taken().forEach(nights::deliver);

    assertThat(nights.workedOn).containsExactlyInAnyOrderElementsOf(CountedNights.members(40));
    assertThat(nights.reports).containsExactly(CountedNights.sums(40, 0, 0));
  }

  @Test
  @DisplayName("has a shard worked on again whose worker was killed half-way")
  void killed() {
    List<ShardMessage> messages = nights.divided(CountedNights.AT, 40);
    nights.outcome =
        _ -> {
          throw new CountedNights.Killed();
        };
    assertThatThrownBy(() -> nights.deliver(messages.getFirst()))
        .isInstanceOf(CountedNights.Killed.class);
    nights.outcome = CountedNights::done;

    messages.forEach(nights::deliver);

    assertThat(nights.reports).containsExactly(CountedNights.sums(40, 0, 0));
  }

  @Test
  @DisplayName("is reported though the last worker was killed before it could")
  void killedBeforeTheReport() {
    List<ShardMessage> messages = nights.divided(CountedNights.AT, 40);
    messages.subList(0, 3).forEach(nights::deliver);
    nights.killedInReport = true;
    assertThatThrownBy(() -> nights.deliver(messages.getLast()))
        .isInstanceOf(CountedNights.Killed.class);
    nights.killedInReport = false;

    messages.forEach(nights::deliver);
    messages.forEach(nights::deliver);

    assertThat(nights.reports).containsExactly(CountedNights.sums(40, 0, 0));
  }

  @Test
  @DisplayName("puts on the queue again what there was no time for, and counts it once")
  void outOfTime() {
    List<ShardMessage> messages = nights.divided(CountedNights.AT, 40);
    nights.outcome =
        shard ->
            shard.everyone().size() > 2
                ? CountedNights.outcome(shard, last(shard, 2), true, Set.of(), false)
                : CountedNights.done(shard);

    messages.forEach(nights::deliver);
    List<ShardMessage> rest = nights.taken();
    assertThat(rest)
        .hasSize(4)
        .allSatisfy(message -> assertThat(message.due().members()).hasSize(2))
        .allMatch(message -> message.attempt() == 2);
    rest.forEach(nights::deliver);
    messages.forEach(nights::deliver);

    assertThat(nights.reports).containsExactly(CountedNights.sums(40, 0, 0));
  }

  @Test
  @DisplayName("leaves to the next night what a shard never has time for")
  void neverTime() {
    List<ShardMessage> messages = nights.divided(CountedNights.AT, 11);
    nights.outcome =
        shard -> CountedNights.outcome(shard, Set.copyOf(shard.members()), true, Set.of(), false);

    int attempts = 0;
    for (; !messages.isEmpty(); attempts++) {
      messages.forEach(nights::deliver);
      messages = nights.taken();
    }

    assertThat(attempts).isEqualTo(WorkOnShard.MOST_ATTEMPTS);
    assertThat(nights.reports).containsExactly(CountedNights.sums(0, 11, 0));
  }

  @Test
  @DisplayName("tries twice more whom something went wrong with, names them and ends all the same")
  void failed() {
    List<ShardMessage> messages = nights.divided(CountedNights.AT, 40);
    nights.outcome =
        shard ->
            shard.members().contains("m7")
                ? CountedNights.outcome(shard, Set.of(), false, Set.of("m7"), false)
                : CountedNights.done(shard);

    messages.forEach(nights::deliver);
    ShardMessage second = nights.taken().getFirst();
    nights.deliver(second);
    ShardMessage third = nights.taken().getFirst();
    assertThatThrownBy(() -> nights.deliver(third))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("dojo-transfer of 2026-09-15T01:30:00Z")
        .hasMessageContaining("[m7]");
    nights.deliver(third);

    assertThat(nights.workedOn.stream().filter("m7"::equals)).hasSize(3);
    assertThat(nights.reports).containsExactly(CountedNights.sums(39, 0, 1));
  }

  @Test
  @DisplayName("stops all its shards if one finds that they had better wait")
  void stops() {
    List<ShardMessage> messages = nights.divided(CountedNights.AT, 40);
    nights.outcome =
        shard -> CountedNights.outcome(shard, Set.copyOf(shard.members()), false, Set.of(), true);

    messages.forEach(nights::deliver);

    assertThat(nights.taken()).isEmpty();
    assertThat(nights.workedOn).hasSameElementsAs(messages.getFirst().due().members());
    assertThat(nights.reports).containsExactly(CountedNights.sums(0, 40, 0));
  }

  private static Set<String> last(DueTonight shard, int many) {
    List<String> all = shard.members();
    return Set.copyOf(all.subList(all.size() - many, all.size()));
  }
}
