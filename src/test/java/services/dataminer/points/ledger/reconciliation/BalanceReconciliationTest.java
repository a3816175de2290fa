package services.dataminer.points.ledger.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Meanwhile;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

@WholeSuite
class BalanceReconciliationTest {

  private static final LocalDate FIRST = LocalDate.parse("2023-04-12");
  private static final LocalDate FOURTH = LocalDate.parse("2026-04-12");

  private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  private final Transfers transfers = new Transfers(books.table());
  private final BalanceReconciliation reconciliation =
      new BalanceReconciliation(
          books.table(), new BalanceCheck(books.table(), new Entries(books.table()), transfers));
  private final DueWork due = new DueWork(books.table());

  @BeforeEach
  void someoneWithPoints() {
    books.member("ada");
    books.grant("ada", "early", "2023-05-01", 700);
    books.grant("ada", "a", "2026-05-01", 1000);
    books.grant("ada", "b", "2026-06-01", 300);
  }

  private static ReconciliationRun night(String date) {
    return ReconciliationRun.night(Instant.parse(date + "T02:00:00Z"), Bookkeeping.BRUSSELS);
  }

  private static final ReconciliationRun EVERYONE =
      ReconciliationRun.ofEveryone(Instant.parse("2026-10-01T12:00:00Z"), Bookkeeping.BRUSSELS);

  private ReconciliationOutcome reconcile(String night) {
    return reconciliation.reconcile("ada", night(night), ReconciliationScope.CHANGES);
  }

  private void tamper(Key key, String attribute, long value) {
    books.tamper(key, attribute, value);
  }

  private void awaitProofAlone() {
    Change reconciliationOnly = Due.PROVE.of("ada", new Change());
    books.table().change(Keys.balance("ada"), reconciliationOnly);
  }

  @Test
  void A_balance_that_is_right_is_proved_once() {
    assertThat(reconcile("2026-09-15")).isEqualTo(new ReconciliationOutcome.Right());
    assertThat(reconcile("2026-09-15")).isEqualTo(new ReconciliationOutcome.Known());
    assertThat(reconcile("2026-09-16")).isEqualTo(new ReconciliationOutcome.Known());

    books.grant("ada", "c", "2026-09-16", 50);

    assertThat(reconcile("2026-09-17")).isEqualTo(new ReconciliationOutcome.Right());
  }

  @Test
  void Proving_leaves_to_DOJO_what_DOJO_has_not_looked_at() {
    reconcile("2026-09-15");
    assertThat(due.all(Due.TRANSFER)).containsExactly(Keys.balance("ada"));

    awaitProofAlone();
    reconcile("2026-09-16");

    assertThat(due.all(Due.TRANSFER)).isEmpty();
    assertThat(due.all(Due.PROVE)).isEmpty();
  }

  @Test
  void A_balance_that_is_proved_and_no_one_waits_for_leaves_the_index() {
    awaitProofAlone();

    assertThat(reconcile("2026-09-15")).isEqualTo(new ReconciliationOutcome.Right());

    assertThat(due.all(Due.PROVE)).isEmpty();
  }

  @Test
  void A_balance_that_differs_is_set_right_and_told() {
    tamper(Keys.balance("ada"), "transferable", 99_999);
    tamper(Keys.balance("ada"), Balance.earnedIn(FOURTH), 1);

    ReconciliationOutcome proof = reconcile("2026-09-15");

    assertThat(proof)
        .isEqualTo(
            new ReconciliationOutcome.SetRight(
                true,
                0,
                "was {2023-04-12=700, 2026-04-12=1} earned, 99999 transferable, 0 transferred, is {2023-04-12=700, 2026-04-12=1300} earned, 2000 transferable, 0 transferred"));
    assertThat(books.balance("ada").earned()).containsEntry(FOURTH, 1300L);
    assertThat(books.balance("ada").transferable()).isEqualTo(2000);
    assertThat(books.entries("ada")).hasSize(3);
    assertThat(reconcile("2026-09-15")).isEqualTo(new ReconciliationOutcome.Known());
    assertThat(due.all(Due.TRANSFER)).containsExactly(Keys.balance("ada"));
  }

  @Test
  void A_year_that_no_entry_is_in_is_taken_out() {
    tamper(Keys.balance("ada"), Balance.earnedIn(LocalDate.parse("2024-04-12")), 5000);

    assertThat(reconcile("2026-09-15")).isInstanceOf(ReconciliationOutcome.SetRight.class);

    assertThat(books.balance("ada").earned()).containsOnlyKeys(FIRST, FOURTH);
  }

  @Test
  void A_lost_balance_is_made_again() {
    books.table().write(books.table().transaction().delete(Keys.balance("ada")));

    assertThat(reconcile("2026-09-15")).isInstanceOf(ReconciliationOutcome.SetRight.class);

    assertThat(books.balance("ada"))
        .returns(2000L, Balance::transferable)
        .returns(1L, Balance::version);
    assertThat(reconcile("2026-09-15")).isEqualTo(new ReconciliationOutcome.Known());
  }

  @Test
  void Entries_that_differ_from_what_the_activity_granted_get_the_difference() {
    Entry first = entry("calendar:a#1");
    tamper(first.key(), "points", 400);

    ReconciliationOutcome proof = reconcile("2026-09-15");

    assertThat(proof).isInstanceOf(ReconciliationOutcome.SetRight.class);
    assertThat(((ReconciliationOutcome.SetRight) proof).entries()).isEqualTo(1);
    assertThat(entry("calendar:a#2"))
        .returns(600L, Entry::points)
        .returns(EntryKind.AWARD, Entry::kind)
        .returns(first.at(), Entry::at)
        .returns(first.earnedOn(), Entry::earnedOn)
        .returns(night("2026-09-15").at(), Entry::recordedAt)
        .returns(
            "Corrected by reconciliation: the activity granted 1,000 points, its entries added up to 400 points",
            Entry::reason);
    assertThat(books.balance("ada").transferable()).isEqualTo(2000);
    assertThat(reconcile("2026-09-16")).isEqualTo(new ReconciliationOutcome.Known());
    // The activity's own next difference is numbered after it.
    books.grant("ada", "a", "2026-05-01", 900);
    assertThat(entry("calendar:a#3").points()).isEqualTo(-100);
    assertThat(reconcile("2026-09-17")).isEqualTo(new ReconciliationOutcome.Right());
  }

  @Test
  void An_entry_of_an_activity_that_granted_nothing_is_taken_back() {
    var transaction = books.table().transaction();
    Entry real = entry("calendar:b#1");
    new Entry(
            "ada",
            ActivityId.calendar("nowhere"),
            7,
            EntryKind.AWARD,
            5000,
            real.at(),
            real.earnedOn(),
            real.recordedAt(),
            real.year(),
            real.edition(),
            "slipped in")
        .writeTo(transaction);
    books.table().write(transaction);

    assertThat(reconcile("2026-09-15")).isInstanceOf(ReconciliationOutcome.SetRight.class);

    assertThat(entry("calendar:nowhere#8"))
        .returns(-5000L, Entry::points)
        .returns(EntryKind.REVERSAL, Entry::kind);
    assertThat(books.balance("ada").transferable()).isEqualTo(2000);
    assertThat(reconcile("2026-09-16")).isEqualTo(new ReconciliationOutcome.Known());
  }

  @Test
  void An_entry_that_is_lost_altogether_is_found_by_the_members_pointer() {
    Entry lost = entry("calendar:a#1");
    books.table().write(books.table().transaction().delete(lost.key()));
    books
        .table()
        .write(
            books
                .table()
                .transaction()
                .put(
                    Keys.part("ada", lost.activityId()),
                    Map.of("activityId", AttributeValue.fromS(lost.activityId().value())),
                    Condition.NONE));

    assertThat(reconciliation.reconcile("ada", EVERYONE, ReconciliationScope.EVERYTHING))
        .isInstanceOf(ReconciliationOutcome.SetRight.class);

    assertThat(books.balance("ada").transferable()).isEqualTo(2000);
    assertThat(entry("calendar:a#2").points()).isEqualTo(1000);
  }

  @Test
  void What_is_transferred_is_what_DOJO_has() {
    reserve("t-1", 500);
    reserve("t-2", 100);
    reserve("t-3", 200);
    transfers.posted(transfers.find("ada", "t-1").orElseThrow(), night("2026-09-15").at());
    transfers.rejected(
        transfers.find("ada", "t-3").orElseThrow(),
        "no",
        LocalDate.parse("2026-09-15"),
        night("2026-09-15").at());

    assertThat(reconcile("2026-09-15")).isEqualTo(new ReconciliationOutcome.Right());
    tamper(Keys.balance("ada"), "transferred", 0);
    assertThat(reconciliation.reconcile("ada", EVERYONE, ReconciliationScope.EVERYTHING))
        .isInstanceOf(ReconciliationOutcome.SetRight.class);

    assertThat(books.balance("ada").transferred()).isEqualTo(500);
    assertThat(books.balance("ada").transferable()).isEqualTo(1400);
  }

  @Test
  void A_transfer_that_took_other_points_than_it_says_is_left_to_people() {
    reserve("t-1", 500);
    tamper(Keys.transfer("ada", "t-1"), "points", 50);

    assertThat(reconcile("2026-09-15"))
        .isEqualTo(new ReconciliationOutcome.Unexplained(List.of("t-1")));

    assertThat(books.balance("ada").transferable()).isEqualTo(1500);
  }

  @Test
  void A_closed_year_is_read_again_when_its_points_change() {
    reconcile("2026-09-15");
    books.grant("ada", "late", "2023-06-01", 10);

    assertThat(reconcile("2026-09-16")).isEqualTo(new ReconciliationOutcome.Right());

    tamper(entry("calendar:late#1").key(), "points", 1);
    books.grant("ada", "late", "2023-06-01", 20);
    assertThat(reconcile("2026-09-17")).isInstanceOf(ReconciliationOutcome.SetRight.class);
    assertThat(books.balance("ada").earned()).containsEntry(FIRST, 720L);
  }

  @Test
  void A_closed_year_that_only_its_entries_contradict_is_found_in_its_turn() {
    reconcile("2026-09-15");
    tamper(entry("calendar:early#1").key(), "points", 1);

    assertThat(reconcile("2026-09-16")).isEqualTo(new ReconciliationOutcome.Known());
    assertThat(
            reconciliation.reconcile(
                "ada", night("2026-09-16"), ReconciliationScope.CHANGES_AND_A_CLOSED_YEAR))
        .isInstanceOf(ReconciliationOutcome.SetRight.class);

    assertThat(books.balance("ada").earned()).containsEntry(FIRST, 700L);
  }

  @Test
  void What_was_taken_back_whole_and_earned_anew_in_another_year_is_right_in_each() {
    books.grant("ada", "course", "2025-06-01", 50);
    books.grant("ada", "course", "2025-06-01", 0);
    books.grant("ada", "course", "2026-06-01", 50);

    assertThat(reconcile("2026-09-15")).isEqualTo(new ReconciliationOutcome.Right());
    for (int night = 16; night < 20; night++) {
      assertThat(
              reconciliation.reconcile(
                  "ada", night("2026-09-" + night), ReconciliationScope.CHANGES_AND_A_CLOSED_YEAR))
          .as("each closed year in its turn")
          .isEqualTo(new ReconciliationOutcome.Right());
    }
    assertThat(reconciliation.reconcile("ada", EVERYONE, ReconciliationScope.EVERYTHING))
        .isEqualTo(new ReconciliationOutcome.Right());
  }

  @Test
  void An_activity_with_entries_in_two_years_is_set_right_in_both() {
    books.grant("ada", "course", "2025-06-01", 50);
    books.grant("ada", "course", "2025-06-01", 0);
    books.grant("ada", "course", "2026-06-01", 50);
    tamper(entry("calendar:course#2").key(), "points", -20);
    tamper(entry("calendar:course#3").key(), "points", 20);

    assertThat(reconcile("2026-09-15")).isInstanceOf(ReconciliationOutcome.SetRight.class);

    assertThat(books.entries("ada").stream().filter(entry -> entry.revision() == 4))
        .extracting(Entry::points, Entry::year)
        .containsExactlyInAnyOrder(tuple(-30L, LocalDate.parse("2025-04-12")), tuple(30L, FOURTH));
    assertThat(books.balance("ada").transferable()).isEqualTo(2050);
    assertThat(reconciliation.reconcile("ada", EVERYONE, ReconciliationScope.EVERYTHING))
        .isEqualTo(new ReconciliationOutcome.Right());
  }

  @Test
  void More_than_one_transaction_holds_is_set_right_in_several() {
    for (int i = 0; i < 60; i++) {
      books.grant("ada", "many" + i, "2026-05-02", 10);
      tamper(entry("calendar:many" + i + "#1").key(), "points", 9);
    }

    assertThat(reconcile("2026-09-15"))
        .isInstanceOfSatisfying(
            ReconciliationOutcome.SetRight.class, set -> assertThat(set.entries()).isEqualTo(49));
    assertThat(reconcile("2026-09-15"))
        .isInstanceOfSatisfying(
            ReconciliationOutcome.SetRight.class, set -> assertThat(set.entries()).isEqualTo(11));

    assertThat(reconcile("2026-09-15")).isEqualTo(new ReconciliationOutcome.Known());
    assertThat(books.balance("ada").transferable()).isEqualTo(2600);
  }

  @Test
  void A_balance_that_lost_count_of_its_changes_counts_again() {
    books
        .table()
        .change(Keys.balance("ada"), new Change().remove("version").remove("transferable"));

    assertThat(reconcile("2026-09-15")).isInstanceOf(ReconciliationOutcome.SetRight.class);

    assertThat(books.balance("ada"))
        .returns(2000L, Balance::transferable)
        .returns(1L, Balance::version);
    assertThat(reconcile("2026-09-15")).isEqualTo(new ReconciliationOutcome.Known());
  }

  @Test
  void What_was_proved_is_no_proof_of_its_own() {
    reconcile("2026-09-15");
    var spoilt =
        new BalanceSnapshot(
            0,
            "",
            Optional.empty(),
            new TreeMap<>(Map.of(LocalDate.parse("2030-04-12"), new YearSums(9, 0, 0))));
    books
        .table()
        .change(
            Keys.balance("ada"),
            new Change().set("proved", AttributeValue.fromM(Document.of(spoilt))));

    assertThat(reconcile("2026-09-16")).isEqualTo(new ReconciliationOutcome.Right());

    assertThat(new BalanceCheck(books.table(), new Entries(books.table()), transfers).stored("ada"))
        .satisfies(
            stored -> assertThat(stored.reconciled().years()).containsOnlyKeys(FIRST, FOURTH));
  }

  @Test
  void A_transfer_that_no_entry_tells_of_is_left_to_people() {
    Transfer lost = books.reserve("ada", "t-1", 500);
    books.table().write(books.table().transaction().delete(lost.reservation()));

    assertThat(reconciliation.reconcile("ada", EVERYONE, ReconciliationScope.EVERYTHING))
        .isEqualTo(new ReconciliationOutcome.Unexplained(List.of("t-1")));
  }

  @Test
  void A_transfer_that_ends_in_a_later_year_counts_in_the_year_it_was_asked_for() {
    Transfer transfer = books.reserve("ada", "t-1", 500);
    reconcile("2026-09-15");
    reconcile("2027-04-12");

    transfers.posted(transfer, Instant.parse("2027-04-13T02:00:00Z"));

    assertThat(reconcile("2027-04-14")).isEqualTo(new ReconciliationOutcome.Right());
    assertThat(books.balance("ada").transferred()).isEqualTo(500);
  }

  @Test
  void What_is_written_while_it_reads_is_no_fault() {
    Transfer transfer = books.reserve("ada", "t-1", 500);
    // The entries that it reads know of the rejection, the balance that it read does not.
    var meanwhile =
        new Meanwhile(
            QueryRequest.class,
            () -> {
              transfers.rejected(
                  transfer,
                  "no such person",
                  LocalDate.parse("2026-09-15"),
                  night("2026-09-15").at());
              books.grant("ada", "c", "2026-09-14", 50);
            });
    Table table = books.local().through(meanwhile).table();

    ReconciliationOutcome proof =
        new BalanceReconciliation(
                table, new BalanceCheck(table, new Entries(table), new Transfers(table)))
            .reconcile("ada", night("2026-09-15"), ReconciliationScope.CHANGES);

    assertThat(meanwhile.happened()).isTrue();
    assertThat(proof).isEqualTo(new ReconciliationOutcome.Right());
    assertThat(books.balance("ada").transferable()).isEqualTo(2050);
  }

  @Test
  void What_is_written_before_it_writes_is_proved_too() {
    var meanwhile =
        new Meanwhile(UpdateItemRequest.class, () -> books.grant("ada", "c", "2026-09-14", 50));
    Table table = books.local().through(meanwhile).table();

    ReconciliationOutcome proof =
        new BalanceReconciliation(
                table, new BalanceCheck(table, new Entries(table), new Transfers(table)))
            .reconcile("ada", night("2026-09-15"), ReconciliationScope.CHANGES);

    assertThat(meanwhile.happened()).isTrue();
    assertThat(proof).isEqualTo(new ReconciliationOutcome.Right());
    assertThat(reconcile("2026-09-15"))
        .as("nothing is left unproved")
        .isEqualTo(new ReconciliationOutcome.Known());
  }

  @Test
  void What_is_written_before_it_sets_right_is_kept() {
    tamper(Keys.balance("ada"), "transferable", 7);
    var meanwhile =
        new Meanwhile(
            TransactWriteItemsRequest.class, () -> books.grant("ada", "c", "2026-09-14", 50));
    Table table = books.local().through(meanwhile).table();

    ReconciliationOutcome proof =
        new BalanceReconciliation(
                table, new BalanceCheck(table, new Entries(table), new Transfers(table)))
            .reconcile("ada", night("2026-09-15"), ReconciliationScope.CHANGES);

    assertThat(meanwhile.happened()).isTrue();
    assertThat(proof).isInstanceOf(ReconciliationOutcome.SetRight.class);
    assertThat(books.balance("ada").transferable()).isEqualTo(2050);
    assertThat(books.balance("ada").earned()).containsEntry(FOURTH, 1350L);
  }

  /// Amid a transaction, the entries may be seen after it and the balance before: here by the first
  /// look, and by all that it reads.
  @Test
  void What_is_read_amid_a_transaction_is_no_fault() {
    Key balance = Keys.balance("ada");
    var amid =
        new Meanwhile(
            QueryRequest.class,
            () -> tamper(balance, "transferable", 1700),
            () -> tamper(balance, "transferable", 2000));
    Table table = books.local().through(amid).table();

    ReconciliationOutcome proof =
        new BalanceReconciliation(
                table, new BalanceCheck(table, new Entries(table), new Transfers(table)))
            .reconcile("ada", EVERYONE, ReconciliationScope.EVERYTHING);

    assertThat(amid.happened()).isTrue();
    assertThat(proof).isEqualTo(new ReconciliationOutcome.Right());
    assertThat(books.balance("ada").transferable()).isEqualTo(2000);
  }

  @Test
  void Everything_of_a_member_may_take_many_pages() {
    // Three of these are more than a page of 1 MB.
    var reason = AttributeValue.fromS("long ".repeat(75_000));
    books.table().beginningWith(Keys.memberPartition("ada"), Keys.ENTRY).stream()
        .map(Key::of)
        .forEach(key -> books.table().change(key, new Change().set("reason", reason)));
    books.grant("ada", "c", "2026-09-14", 50);
    var secondPage = new Meanwhile(QueryRequest.class, () -> {}, () -> {});
    Table table = books.local().through(secondPage).table();

    ReconciliationOutcome proof =
        new BalanceReconciliation(
                table, new BalanceCheck(table, new Entries(table), new Transfers(table)))
            .reconcile("ada", EVERYONE, ReconciliationScope.EVERYTHING);

    assertThat(secondPage.happened()).isTrue();
    assertThat(proof).isEqualTo(new ReconciliationOutcome.Right());
  }

  @Test
  void Who_has_nothing_has_nothing_to_be_proved() {
    books.member("ben");

    assertThat(reconciliation.reconcile("ben", night("2026-09-15"), ReconciliationScope.CHANGES))
        .isEqualTo(new ReconciliationOutcome.Known());
    assertThat(reconciliation.reconcile("nobody", EVERYONE, ReconciliationScope.EVERYTHING))
        .isEqualTo(new ReconciliationOutcome.Known());
    assertThat(books.table().read(List.of(Keys.balance("ben")))).isEmpty();
  }

  private Entry entry(String id) {
    return books.entries("ada").stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void reserve(String id, long points) {
    books.reserve("ada", id, points);
  }
}
