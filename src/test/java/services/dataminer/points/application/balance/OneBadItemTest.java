package services.dataminer.points.application.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.ledger.BadItem;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;
import services.dataminer.points.ledger.table.Keys;

class OneBadItemTest {

  private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());

  @ParameterizedTest
  @EnumSource
  void A_bad_item_of_one_member_is_named_and_all_others_are_set_right(BadItem item) {
    for (String member : new String[] {"ada", "bad", "cyd"}) {
      books.member(member);
      books.grant(member, "of-" + member, "2026-09-01", 100);
      books.reserve(member, "t-1", 30);
      books.tamper(Keys.balance(member), "transferable", 7);
    }
    item.of("bad", books.local());

    assertThatThrownBy(this::everyone).hasMessageEndingWith("see the log: [bad]");

    assertThat(books.balance("ada").transferable()).isEqualTo(70);
    assertThat(books.balance("cyd").transferable()).isEqualTo(70);
  }

  private Recalculated everyone() {
    return new ObjectGraph(books.table())
        .reconcileBalances(new CountedMetrics())
        .night(
            ReconciliationRun.night(Instant.parse("2026-09-15T02:00:00Z"), Bookkeeping.BRUSSELS),
            ObjectGraph.time());
  }
}
