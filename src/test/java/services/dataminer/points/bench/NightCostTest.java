package services.dataminer.points.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.Consumption;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.reconciliation.BalanceReconciliation;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;
import services.dataminer.points.ledger.reconciliation.ReconciliationScope;

/// Each request more for a member makes the nights that much longer.
@DisplayName("What nights cost in requests, for each member")
@WholeSuite
class NightCostTest {

  /// What all members of a night share, such as pages of an index, is divided among them.
  private static final double SHARED = 0.5;

  private static final ReconciliationRun EVERYONE =
      ReconciliationRun.ofEveryone(Instant.parse("2026-09-14T01:30:00Z"), Bookkeeping.BRUSSELS);

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
        .reconcile("ada", EVERYONE, ReconciliationScope.EVERYTHING);

    assertThat(consumed.requests()).isEqualTo(3);
  }

  @Test
  @DisplayName("one for up to a hundred who are passed when a run of everyone is called again")
  void again() {
    LocalTable local = LocalTable.fresh();
    var books = new Bookkeeping(local);
    List<String> members = IntStream.range(0, 40).mapToObj(i -> "m" + i).toList();
    members.forEach(books::member);
    members.forEach(member -> books.grant(member, "a-" + member, "2026-05-01", 100));
    BalanceReconciliation before = new ObjectGraph(local.table()).balanceReconciliation();
    members.stream()
        .skip(1)
        .forEach(member -> before.reconcile(member, EVERYONE, ReconciliationScope.EVERYTHING));
    Consumption consumed = Consumption.of(local.client());

    List<String> left =
        new ObjectGraph(consumed.table(local).table())
            .balanceReconciliation()
            .leftOf(members, EVERYONE);

    assertThat(left).containsExactly("m0");
    assertThat(consumed.requests()).isEqualTo(1);
  }

  @Test
  @DisplayName("five for a transfer, two of them transactions")
  void transferred() {
    NightModel.Asked asked = NightModel.transferred();

    assertThat(asked.requests()).isCloseTo(5, within(SHARED));
    assertThat(asked.transactions()).isEqualTo(2);
  }
}
