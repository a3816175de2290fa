package services.dataminer.points.ledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Meanwhile;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.transfer.Transfer.State;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;

class TransfersTest {

  private static final Instant ASKED_AT = Instant.parse("2026-09-14T10:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-09-15T01:00:00Z");
  private static final LocalDate NIGHT_ON = LocalDate.parse("2026-09-15");

  private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  private final Transfers transfers = new Transfers(books.table());
  private final DueWork due = new DueWork(books.table());

  @BeforeEach
  void someoneWithPoints() {
    books.member("ada");
    books.grant("ada", "a", "2026-05-01", 1000);
  }

  private static Transfer transfer(String id, long points) {
    return Transfer.of(
        "ada",
        id,
        points,
        points,
        ASKED_AT,
        LocalDate.parse("2026-09-14"),
        LocalDate.parse("2026-04-12"));
  }

  private Transfer reserved(String id, long points) {
    transfers.reserve(transfer(id, points), Condition.NONE, "as requested", ASKED_AT);
    return transfers.find("ada", id).orElseThrow();
  }

  @Test
  void A_reserved_transfer_takes_its_points_at_once_and_is_due() {
    Transfer transfer = reserved("t-1", 400);

    assertThat(transfer.state()).isEqualTo(State.REQUESTED);
    assertThat(books.balance("ada").transferable()).isEqualTo(600);
    assertThat(books.balance("ada").transferred()).isZero();
    assertThat(books.balance("ada").earned()).containsValues(1000L);
    assertThat(books.entries("ada").getFirst())
        .extracting(Entry::id, Entry::points, Entry::at, Entry::reason)
        .containsExactly("transfer:t-1#1", -400L, ASKED_AT, "as requested");
    assertThat(books.entries("ada").getFirst().key()).isEqualTo(transfer.reservation());
    assertThat(due.all(Due.TRANSFER))
        .containsExactlyInAnyOrder(Keys.balance("ada"), Keys.transfer("ada", "t-1"));
  }

  /// The first read sees the balance after the other request, and the transfer not yet.
  @Test
  void A_wish_that_comes_twice_at_once_is_confirmed_twice() {
    Key balance = Keys.balance("ada");
    var racing =
        new Meanwhile(
            BatchGetItemRequest.class,
            () -> books.tamper(balance, "transferable", 400),
            () -> {
              books.tamper(balance, "transferable", 1000);
              reserved("t-1", 600);
            });

    assertThat(
            new Transfers(books.local().through(racing).table())
                .request(transfer("t-1", 600), "as requested"))
        .isEqualTo(new RequestOutcome.Reserved());

    assertThat(racing.happened()).isTrue();
    assertThat(books.balance("ada").transferable()).isEqualTo(400);
  }

  @Test
  void More_than_is_transferable_is_not_reserved() {
    reserved("t-1", 400);

    assertThat(transfers.request(transfer("t-2", 601), "as requested"))
        .isEqualTo(new RequestOutcome.TooMany(600));

    assertThat(transfers.find("ada", "t-2")).isEmpty();
    assertThat(books.balance("ada").transferable()).isEqualTo(600);
  }

  @Test
  void An_id_is_reserved_once() {
    reserved("t-1", 400);

    assertThatThrownBy(() -> reserved("t-1", 400)).isInstanceOf(Conflict.class);

    assertThat(books.balance("ada").transferable()).isEqualTo(600);
  }

  @Test
  void A_posted_transfer_is_counted_once_and_no_longer_due() {
    Transfer transfer = reserved("t-1", 400);

    assertThat(transfers.posted(transfer, NIGHT)).isTrue();
    assertThat(transfers.posted(transfer, NIGHT)).isFalse();

    assertThat(books.balance("ada").transferred()).isEqualTo(400);
    assertThat(books.balance("ada").transferable()).isEqualTo(600);
    assertThat(transfers.find("ada", "t-1"))
        .get()
        .returns(State.POSTED, Transfer::state)
        .returns(Optional.of(NIGHT), Transfer::postedAt);
    assertThat(due.all(Due.TRANSFER)).containsExactly(Keys.balance("ada"));
  }

  @Test
  void A_rejected_transfer_gives_its_points_back_with_the_reason() {
    Transfer transfer = reserved("t-1", 400);

    assertThat(transfers.rejected(transfer, "no such member", NIGHT_ON, NIGHT)).isTrue();
    assertThat(transfers.rejected(transfer, "no such member", NIGHT_ON, NIGHT)).isFalse();

    assertThat(books.balance("ada").transferable()).isEqualTo(1000);
    assertThat(transfers.find("ada", "t-1"))
        .get()
        .returns(State.REJECTED, Transfer::state)
        .returns(Optional.of("no such member"), Transfer::reason);
    assertThat(books.entries("ada"))
        .filteredOn(entry -> entry.id().equals("transfer:t-1#2"))
        .singleElement()
        .returns(400L, Entry::points)
        .returns(ASKED_AT, Entry::at)
        .returns("DOJO rejected the transfer: no such member", Entry::reason);
    assertThat(due.all(Due.TRANSFER)).containsExactly(Keys.balance("ada"));
  }

  @Test
  void What_is_posted_is_not_rejected_afterwards() {
    Transfer transfer = reserved("t-1", 400);
    transfers.posted(transfer, NIGHT);

    assertThat(transfers.rejected(transfer, "too late", NIGHT_ON, NIGHT)).isFalse();

    assertThat(books.balance("ada").transferable()).isEqualTo(600);
  }

  @Test
  void What_DOJO_booked_although_it_rejected_it_to_another_run_is_taken_again() {
    Transfer transfer = reserved("t-1", 400);
    transfers.rejected(transfer, "no such member", NIGHT_ON, NIGHT);
    reserved("t-2", 900);

    assertThat(transfers.posted(transfer, NIGHT)).isTrue();

    assertThat(books.balance("ada").transferable()).isEqualTo(-300);
    assertThat(books.balance("ada").transferred()).isEqualTo(400);
    assertThat(transfers.find("ada", "t-1").orElseThrow().state()).isEqualTo(State.POSTED);
  }

  @Test
  void Nights_that_try_in_vain_are_counted_once_each() {
    Transfer transfer = reserved("t-1", 400);

    transfers.tried(transfer, NIGHT_ON);
    transfers.tried(transfer, NIGHT_ON);
    Transfer tried = transfers.tried(transfer, NIGHT_ON.plusDays(1));

    assertThat(tried.state()).isEqualTo(State.PENDING);
    assertThat(tried.nights()).isEqualTo(2);
    assertThat(tried.isOpen()).isTrue();
    assertThat(due.all(Due.TRANSFER)).contains(Keys.transfer("ada", "t-1"));
  }

  @Test
  void A_settled_transfer_stays_as_it_is_when_a_slower_run_did_not_know() {
    Transfer transfer = reserved("t-1", 400);
    transfers.posted(transfer, NIGHT);

    assertThat(transfers.tried(transfer, NIGHT_ON).state()).isEqualTo(State.POSTED);
  }

  @Test
  void Transfers_are_found_by_id_and_all_together() {
    reserved("t-1", 100);
    reserved("t-2", 200);

    assertThat(transfers.find("ada", List.of("t-2", "t-3"))).containsOnlyKeys("t-2");
    assertThat(transfers.of("ada")).extracting(Transfer::id).containsExactly("t-1", "t-2");
  }

  @Test
  void A_transfer_that_takes_nothing_is_none() {
    assertThatThrownBy(() -> transfer("t-1", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a transfer takes points to DOJO, not 0 for 0");
  }
}
