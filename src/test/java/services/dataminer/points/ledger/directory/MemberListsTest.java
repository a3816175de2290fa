package services.dataminer.points.ledger.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.table.Keys;

class MemberListsTest {

  private static final Editor ADA = new Editor("ada", Instant.parse("2026-09-14T10:00:00Z"));

  private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  private final MemberLists lists = new MemberLists(books.table());

  @Test
  void Every_member_is_in_one_part_of_the_roster() {
    IntStream.range(0, 40).forEach(i -> books.member("m" + i));

    var found = new ArrayList<String>();
    for (int part = 0; part < MemberLists.PARTS; part++) {
      Optional<String> after = Optional.empty();
      var page = lists.page(part, after, 1);
      while (!page.isEmpty()) {
        found.addAll(page);
        page = lists.page(part, Optional.of(page.getLast()), 1);
      }
    }

    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 40).mapToObj(i -> "m" + i).toList());
  }

  @Test
  void A_partner_has_the_people_that_are_its_now() {
    books.partner("acme");
    books.partner("umbrella");
    books.member("ada", true, Optional.of("acme"), "ada@acme.example");
    books.member("ben", true, Optional.of("acme"), "ben@acme.example");
    books.member("carl", true, Optional.empty(), "carl@else.example");

    books.member("ben", true, Optional.of("umbrella"), "ben@acme.example");

    assertThat(lists.peopleOf("acme")).containsExactly("ada");
    assertThat(lists.peopleOf("umbrella")).containsExactly("ben");
  }

  @Test
  void Switching_on_automatic_transfer_lets_the_night_find_what_is_there() {
    books.member("ada", false);
    books.grant("ada", "a", "2026-05-01", 1000);
    takeOffIndex("ada");
    var due = new DueWork(books.table());
    assertThat(due.all(Due.TRANSFER)).isEmpty();

    assertThat(books.members().autoTransfer("ada", true, ADA))
        .get()
        .returns(true, Member::autoTransfer);

    assertThat(due.all(Due.TRANSFER)).containsExactly(Keys.balance("ada"));
    takeOffIndex("ada");
    books.member("ada", false);
    assertThat(due.all(Due.TRANSFER)).isEmpty();
    books.member("ada", true);
    assertThat(due.all(Due.TRANSFER)).containsExactly(Keys.balance("ada"));
  }

  @Test
  void Nobody_is_switched_who_is_no_member() {
    assertThat(books.members().autoTransfer("ada", true, ADA)).isEmpty();
  }

  private void takeOffIndex(String member) {
    books
        .table()
        .change(
            Keys.balance(member),
            new services.dataminer.points.ledger.table.Change().remove("due").remove("dueAt"));
  }
}
