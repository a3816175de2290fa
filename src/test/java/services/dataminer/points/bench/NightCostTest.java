package services.dataminer.points.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.Consumption;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;
import services.dataminer.points.ledger.reconciliation.ReconciliationScope;

/// Whoever adds a round trip to the nights makes them as much longer.
@DisplayName("What nights cost in requests, for each member")
class NightCostTest {

  /// What all members of a night share, such as pages of an index, is divided among them.
  private static final double SHARED = 0.5;

  @Test
  @DisplayName(
      "four to reconcile who changed: balance, entries, activities, and what is kept of it")
  void changed() {
    assertThat(NightModel.reconciled().requests()).isCloseTo(4, within(SHARED));
  }

  @Test
  @DisplayName("three to reconcile everything, as one query reads all but the activities")
  void everything() {
    LocalTable local = LocalTable.fresh();
    var books = new Bookkeeping(local);
    books.member("ada");
    books.grant("ada", "a-1", "2026-05-01", 100);
    Consumption consumed = Consumption.of(local.client());

    new ObjectGraph(consumed.table(local).table())
        .balanceReconciliation()
        .reconcile(
            "ada",
            ReconciliationRun.ofEveryone(
                Instant.parse("2026-09-14T01:30:00Z"), Bookkeeping.BRUSSELS),
            ReconciliationScope.EVERYTHING);

    assertThat(consumed.requests()).isEqualTo(3);
  }

  @Test
  @DisplayName("six for a transfer, two of them transactions")
  void transferred() {
    NightModel.Asked asked = NightModel.transferred();

    assertThat(asked.requests()).isCloseTo(6, within(SHARED));
    assertThat(asked.transactions()).isEqualTo(2);
  }
}
