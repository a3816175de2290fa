package services.dataminer.points.application.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.night.ShardQueue;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.night.DividedNight;
import services.dataminer.points.ledger.night.NightKind;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Keys;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@DisplayName("A night of reconciliation in shards")
@WholeSuite
class DividedReconciliationTest {

  private static final int MEMBERS = 24;
  private static final Instant AT = Instant.parse("2026-09-15T02:00:00Z");

  private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  private final ShardQueue queue = new ShardQueue(books.table());
  private final CountedMetrics metrics = new CountedMetrics();

  private void someWithPoints() {
    for (int i = 0; i < MEMBERS; i++) {
      books.member("m" + i);
      books.grant("m" + i, "a" + i, "2026-05-01", 100);
    }
    books.tamper(Keys.balance("m1"), "transferable", 7);
  }

  private ReconcileBalances inShards(int size) {
    return new ObjectGraph(books.table()).reconcileBalances(metrics, queue.divide(size));
  }

  private static Recalculated night(ReconcileBalances reconcile) {
    return reconcile.night(ReconciliationRun.night(AT, Bookkeeping.BRUSSELS), ObjectGraph.time());
  }

  private DividedNight divided() {
    return queue.nights().find(NightKind.BALANCES, AT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 100})
  @DisplayName("reconciles whom one call would, the night's part of the roster included")
  void sums(int size) {
    someWithPoints();
    ReconcileBalances reconcile = inShards(size);

    Recalculated planned = night(reconcile);
    queue.deliverAll(reconcile);

    assertThat(planned.shards()).isPositive();
    assertThat(divided().reported()).isTrue();
    assertThat(divided().sums())
        .isEqualTo(Map.of("members", (long) MEMBERS, "repaired", 1L, "left", 0L, "failed", 0L));
    assertThat(books.balance("m1").transferable()).isEqualTo(100);
    assertThat(metrics.counts()).isEqualTo(Map.of(Metric.BALANCES_DIFFERED, 1L));
    assertThat(night(new ObjectGraph(books.table()).reconcileBalances(metrics)))
        .isEqualTo(new Recalculated(0, 0, false));
  }

  @Test
  @DisplayName("leaves out who cannot be reconciled, and says how many in the end")
  void failed() {
    someWithPoints();
    books
        .table()
        .change(Keys.balance("m2"), new Change().set("transferable", AttributeValue.fromS("none")));
    ReconcileBalances reconcile = inShards(5);

    night(reconcile);
    queue.deliverAll(reconcile);

    assertThat(divided().reported()).isTrue();
    assertThat(divided().sums()).containsEntry("members", MEMBERS - 1L).containsEntry("failed", 1L);
  }
}
