package services.dataminer.points.functions.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Requests;
import services.dataminer.points.ledger.directory.MemberLists;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.proof.Examination;
import services.dataminer.points.ledger.proof.ProofRun;
import services.dataminer.points.ledger.proof.Proofs;
import services.dataminer.points.ledger.proof.Rounds;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.platform.metrics.CountedMetrics;
import services.dataminer.points.platform.metrics.Metrics.Metric;
import services.dataminer.points.platform.schedule.RunTime;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ProveBalancesTest {

  private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  private final CountedMetrics metrics = new CountedMetrics();
  private final ProveBalances prove = over(books.table());

  private ProveBalances over(Table table) {
    return new ProveBalances(
        new DueWork(table),
        new Rounds(table, new MemberLists(table)),
        new Proofs(table, new Examination(table, new Entries(table), new Transfers(table))),
        metrics);
  }

  private static RunTime time() {
    return new RunTime(Duration.ofMinutes(10));
  }

  private Recalculated night(String date) {
    return prove.night(
        ProofRun.night(Instant.parse(date + "T02:00:00Z"), Bookkeeping.BRUSSELS), time());
  }

  private Recalculated everyone(String at) {
    return prove.everyone(ProofRun.ofEveryone(Instant.parse(at), Bookkeeping.BRUSSELS), time());
  }

  private void someWithPoints(int members) {
    for (int i = 0; i < members; i++) {
      books.member("m" + i);
      books.grant("m" + i, "a" + i, "2026-05-01", 100);
    }
  }

  private void tamper(String member, String attribute, long value) {
    books
        .table()
        .change(
            Keys.balance(member),
            new Change().set(attribute, AttributeValue.fromN(Long.toString(value))));
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
    someWithPoints(40);
    night("2026-09-15");
    tamper("m7", "transferable", 7);
    tamper("m31", Balance.earnedIn(LocalDate.parse("2026-04-12")), 7);

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
    var brief = new RunTime(Duration.ofNanos(5), nanos::incrementAndGet);
    var run = ProofRun.night(Instant.parse("2026-09-15T02:00:00Z"), Bookkeeping.BRUSSELS);

    Recalculated first = prove.night(run, brief);
    Recalculated second = prove.night(run, time());

    assertThat(first.unfinished()).isTrue();
    assertThat(second.unfinished()).isFalse();
    assertThat(first.members() + second.members()).isEqualTo(12);
    assertThat(second.members()).isPositive();
  }

  @Test
  void Overlapping_runs_prove_each_member_once_while_awards_are_written() {
    someWithPoints(12);
    var run = ProofRun.night(Instant.parse("2026-09-15T02:00:00Z"), Bookkeeping.BRUSSELS);
    var awards =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 36; i++) {
                books.grant("m" + i % 12, "more" + i, "2026-09-01", 10);
              }
            });
    var one = CompletableFuture.supplyAsync(() -> prove.night(run, time()));
    var other = CompletableFuture.supplyAsync(() -> prove.night(run, time()));

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
  void The_cost_of_a_member_does_not_grow_with_the_years() {
    long young = itemsReadForOne(2025);
    long old = itemsReadForOne(2015);

    assertThat(old).isEqualTo(young);
  }

  /// Items read to prove a member who earned the same in every year since, once proved before.
  private static long itemsReadForOne(int since) {
    var test = new ProveBalancesTest();
    test.books.member("ada");
    for (int year = since; year <= 2026; year++) {
      for (String month : List.of("05", "06", "07")) {
        test.books.grant("ada", "a" + year + month, year + "-" + month + "-01", 10);
      }
    }
    test.night("2026-09-15");
    test.books.grant("ada", "new", "2026-09-15", 10);
    var requests = new Requests();
    var counted = test.over(test.books.local().through(requests).table());
    var run = ProofRun.night(Instant.parse("2026-09-16T02:00:00Z"), Bookkeeping.BRUSSELS);

    assertThat(counted.night(run, time()).members()).isEqualTo(1);

    return requests.itemsRead();
  }
}
