package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.night.DueTonight;
import services.dataminer.points.application.night.ShardQueue;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.settlement.SettleShows;
import services.dataminer.points.application.settlement.Settled;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.night.NightKind;
import services.dataminer.points.program.activity.ActivityId;

@DisplayName("A night of settlements in shards")
@WholeSuite
class DividedSettlementTest {

  private static final Instant NIGHT = Instant.parse("2026-09-15T01:00:00Z");
  private static final int PARTNERS = 5;
  private static final int MEETINGS = 3;

  private final LocalTable local = LocalTable.fresh();
  private final Program program = new Program(local);
  private final ShardQueue queue = new ShardQueue(local.table());

  @BeforeEach
  void meetingsOfFivePartners() {
    program.show(CalendarFacts.IBC, CalendarFacts.BOOTH);
    for (int p = 0; p < PARTNERS; p++) {
      String partner = "p" + p;
      program.partner(partner, partner + ".example");
      program.member("m" + p, partner, "m@" + partner + ".example");
      for (int i = 0; i < MEETINGS; i++) {
        program.tell(
            ActivityId.calcom(partner + "-" + i),
            CalendarFacts.boothMeeting("m@" + partner + ".example"),
            CalendarFacts.ended());
      }
    }
  }

  private SettleShows inShards(int size) {
    return new ObjectGraph(local.table()).settleShows(queue.divide(size));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 100})
  @DisplayName("settles what one call would, each stand in one shard")
  void divided(int size) {
    SettleShows settle = inShards(size);

    Settled planned = settle.night(NIGHT, ObjectGraph.time());
    queue.deliverAll(settle);

    assertThat(planned.shards()).isEqualTo(Math.min(PARTNERS, Math.ceilDiv(15, size)));
    assertThat(planned.points()).isZero();
    var night = queue.nights().find(NightKind.SHOWS, NIGHT);
    assertThat(night.reported()).isTrue();
    assertThat(night.sums())
        .isEqualTo(
            Map.of("stands", 5L, "meetings", 15L, "points", 7500L, "left", 0L, "failed", 0L));
    for (int p = 0; p < PARTNERS; p++) {
      assertThat(program.balanceOf("m" + p)).isEqualTo(1500);
    }
    assertThat(program.night("2026-09-16T01:00:00Z")).isEqualTo(new Settled(0, 0, 0));
  }

  @Test
  @DisplayName("may be worked on twice")
  void twice() {
    SettleShows settle = inShards(6);
    var shard =
        new DueTonight(
            NightKind.SHOWS, NIGHT, List.of("show:ibc-2026:p0", "show:ibc-2026:p1"), List.of());

    settle.work(shard, ObjectGraph.time());
    assertThat(settle.work(shard, ObjectGraph.time()).sums())
        .isEqualTo(Map.of("stands", 0L, "meetings", 0L, "points", 0L));

    assertThat(program.balanceOf("m0")).isEqualTo(1500);
    assertThat(program.balanceOf("m2")).isZero();
  }

  @Test
  @DisplayName("leaves the stands for which there is no time, in a shard and in one call")
  void outOfTime() {
    var noTime = new TimeBudget(Duration.ZERO);
    var shard = new DueTonight(NightKind.SHOWS, NIGHT, List.of("show:ibc-2026:p0"), List.of());

    var outcome = inShards(6).work(shard, noTime);
    Settled night = new ObjectGraph(local.table()).settleShows().night(NIGHT, noTime);

    assertThat(outcome.left()).isEqualTo(Set.of("show:ibc-2026:p0"));
    assertThat(outcome.outOfTime()).isTrue();
    assertThat(night).isEqualTo(new Settled(0, 0, 0, PARTNERS, 0));
    assertThat(program.night("2026-09-15T02:00:00Z")).isEqualTo(new Settled(1, 15, 7500));
  }
}
