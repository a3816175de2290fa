package services.dataminer.points.application.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Requests;
import services.dataminer.points.ledger.directory.MemberLists;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WholeSuite
class ReconcileBalancesTest {

  private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  private final CountedMetrics metrics = new CountedMetrics();
  private final ReconcileBalances reconcile = over(books.table());

  private ReconcileBalances over(Table table) {
    return new ObjectGraph(table).reconcileBalances(metrics);
  }

  private static TimeBudget time() {
    return new TimeBudget(Duration.ofMinutes(10));
  }

  private Recalculated night(String date) {
    return reconcile.night(
        ReconciliationRun.night(Instant.parse(date + "T02:00:00Z"), Bookkeeping.BRUSSELS), time());
  }

  private Recalculated everyone(String at) {
    return reconcile.everyone(
        ReconciliationRun.ofEveryone(Instant.parse(at), Bookkeeping.BRUSSELS), time());
  }

  private void someWithPoints(int members) {
    for (int i = 0; i < members; i++) {
      books.member("m" + i);
      books.grant("m" + i, "a" + i, "2026-05-01", 100);
    }
  }

  private void tamper(String member, String attribute, long value) {
    books.tamper(Keys.balance(member), attribute, value);
  }

  @Test
  void A_night_proves_who_changed_and_the_same_night_again_proves_nothing() {
    someWithPoints(12);

    assertThat(night("2026-09-15")).isEqualTo(new Recalculated(12, 0, false));
    assertThat(night("2026-09-15")).isEqualTo(new Recalculated(0, 0, false));
    assertThat(metrics.counts()).isEmpty();
  }

  @Test
  void What_differs_is_set_right_with_an_alarm_and_only_once() {
    someWithPoints(3);
    tamper("m1", "transferable", 7);

    assertThat(night("2026-09-15")).isEqualTo(new Recalculated(3, 1, false));

    assertThat(books.balance("m1").transferable()).isEqualTo(100);
    assertThat(metrics.counts()).isEqualTo(Map.of(Metric.BALANCES_DIFFERED, 1L));
    assertThat(night("2026-09-15")).isEqualTo(new Recalculated(0, 0, false));
  }

  @Test
  void Thirty_nights_find_what_no_change_tells_of() {
    someWithPoints(12);
    night("2026-09-15");
    tamper("m7", "transferable", 7);
    tamper("m3", Balance.earnedIn(LocalDate.parse("2026-04-12")), 7);

    int repaired =
        IntStream.range(0, 30)
            .map(i -> night(LocalDate.parse("2026-09-16").plusDays(i).toString()).repaired())
            .sum();

    assertThat(repaired).isEqualTo(2);
    assertThat(books.balance("m7").transferable()).isEqualTo(100);
  }

  @Test
  void Everyone_is_proved_at_once_when_asked() {
    someWithPoints(10);
    night("2026-09-15");
    tamper("m7", "transferable", 7);

    assertThat(everyone("2026-09-15T12:00:00Z")).isEqualTo(new Recalculated(10, 1, false));
    assertThat(everyone("2026-09-15T12:00:00Z")).isEqualTo(new Recalculated(0, 0, false));
    assertThat(everyone("2026-09-15T13:00:00Z")).isEqualTo(new Recalculated(10, 0, false));
  }

  @Test
  void A_run_whose_time_is_up_says_so_and_the_next_goes_on() {
    someWithPoints(12);
    var nanos = new AtomicLong();
    var brief = new TimeBudget(Duration.ofNanos(5), nanos::incrementAndGet);
    var run = ReconciliationRun.night(Instant.parse("2026-09-15T02:00:00Z"), Bookkeeping.BRUSSELS);

    Recalculated first = reconcile.night(run, brief);
    Recalculated second = reconcile.night(run, time());

    assertThat(first.unfinished()).isTrue();
    assertThat(second.unfinished()).isFalse();
    assertThat(first.members() + second.members()).isEqualTo(12);
    assertThat(second.members()).isPositive();
  }

  @Test
  void Overlapping_runs_prove_each_member_once_while_awards_are_written() {
    someWithPoints(12);
    var run = ReconciliationRun.night(Instant.parse("2026-09-15T02:00:00Z"), Bookkeeping.BRUSSELS);
    var awards =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 36; i++) {
                books.grant("m" + i % 12, "more" + i, "2026-09-01", 10);
              }
            });
    var one = CompletableFuture.supplyAsync(() -> reconcile.night(run, time()));
    var other = CompletableFuture.supplyAsync(() -> reconcile.night(run, time()));

    assertThat(one.join().repaired() + other.join().repaired()).isZero();
    awards.join();

    assertThat(metrics.counts()).isEmpty();
    for (int i = 0; i < 12; i++) {
      assertThat(books.balance("m" + i).transferable()).isEqualTo(130);
    }
    assertThat(everyone("2026-09-15T12:00:00Z").repaired()).isZero();
  }

  @Test
  void Those_that_cannot_be_proved_are_told_after_all_others_were() {
    someWithPoints(3);
    books
        .table()
        .change(
            Keys.balance("m1"),
            new Change().set("transferable", AttributeValue.fromS("no number")));

    assertThatThrownBy(() -> night("2026-09-15"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("members=2, repaired=0")
        .hasMessageContaining("m1");
  }

  @Test
  void The_cost_of_a_member_who_changed_does_not_grow_with_the_years() {
    long young = itemsReadOf("2024-04-12", true);
    long old = itemsReadOf("2014-04-12", true);

    // Cursor and index; balance and profile; the year under way: four entries, their activities.
    assertThat(young).isEqualTo(2 + 2 + 2 * 4);
    assertThat(old).isEqualTo(young);
  }

  @Test
  void Nor_does_that_of_a_member_whose_turn_it_is() {
    long young = itemsReadOf("2024-04-12", false);
    long old = itemsReadOf("2014-04-12", false);

    // Cursor and roster; balance and profile; two years of three entries and their activities. And
    // once more the balance that DOJO has not looked at yet: from the index, reconciled already.
    assertThat(young).isEqualTo(2 + 2 + 2 * 2 * 3 + 1 + 2);
    assertThat(old).isEqualTo(young);
  }

  /// Items read in a night by which one member is reconciled who earned the same in every year and
  /// was reconciled before.
  ///
  /// @param changed whether by reason of a change, or as the roster has it
  private static long itemsReadOf(String signedUpOn, boolean changed) {
    var test = new ReconcileBalancesTest();
    test.books.memberSince("ida", signedUpOn);
    for (int year = Integer.parseInt(signedUpOn.substring(0, 4)); year <= 2026; year++) {
      for (String month : List.of("05", "06", "07")) {
        test.books.grant("ida", "a" + year + month, year + "-" + month + "-01", 10);
      }
    }
    LocalDate first = LocalDate.parse("2026-08-01");
    LocalDate turn = first.plusDays(MemberLists.part("ida"));
    first.datesUntil(changed ? turn.plusDays(1) : turn).forEach(on -> test.night(on.toString()));
    if (changed) {
      test.books.grant("ida", "new", "2026-09-15", 10);
    }
    var requests = new Requests();
    var counted = test.over(test.books.local().through(requests).table());
    Instant at = (changed ? turn.plusDays(1) : turn).atTime(2, 0).toInstant(ZoneOffset.UTC);

    assertThat(counted.night(ReconciliationRun.night(at, Bookkeeping.BRUSSELS), time()).members())
        .isOne();

    return requests.itemsRead();
  }
}
