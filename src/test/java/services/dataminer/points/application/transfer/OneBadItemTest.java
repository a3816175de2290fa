package services.dataminer.points.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.BadItem;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;

@WholeSuite
class OneBadItemTest {

  private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  private final Nights nights = new Nights(books);

  @ParameterizedTest
  @EnumSource
  void A_bad_item_of_one_member_is_named_and_all_others_are_paid(BadItem item) {
    for (String member : new String[] {"ada", "bad", "cyd"}) {
      books.member(member);
      books.grant(member, "of-" + member, "2026-09-01", 100);
      books.reserve(member, "t-1", 30);
    }
    item.of("bad", books.local());
    var dojo = new FakeDojo();

    assertThatThrownBy(() -> nights.night("2026-09-15", dojo))
        .hasMessageEndingWith("see the log: [bad]");

    for (String member : new String[] {"ada", "cyd"}) {
      assertThat(books.balance(member).transferred()).as(member).isEqualTo(100);
      assertThat(books.balance(member).transferable()).as(member).isZero();
    }
  }
}
