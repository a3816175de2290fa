package services.dataminer.points.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.balance.ReconcileBalances;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.transfer.Credit;
import services.dataminer.points.application.transfer.Dojo;
import services.dataminer.points.application.transfer.PostTransfers;
import services.dataminer.points.application.transfer.Transferred;
import services.dataminer.points.bench.Alternation.Work;
import services.dataminer.points.functions.log.RedactedFailureLog;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.Consumption;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;
import services.dataminer.points.ledger.table.Table;

/// Measures nights of many members.
final class NightRows {

  private static final Duration DOJO_TAKES = Duration.ofMillis(20);
  private static final Instant AT = Instant.parse("2026-09-14T01:30:00Z");

  private NightRows() {}

  private static void members(LocalTable local, int members) {
    local.enter(
        table -> {
          var books = new Bookkeeping(table);
          IntStream.range(0, members).forEach(i -> books.member("m" + i));
        });
    var books = new Bookkeeping(local);
    IntStream.range(0, members).forEach(i -> books.grant("m" + i, "a" + i, "2026-05-01", 100));
  }

  private static Table delayed(LocalTable local) {
    return Consumption.delayed(local.client(), AwardRows.DELAY, AwardRows.TRANSACTION_DELAY)
        .table(local)
        .table();
  }

  /// Everything of all members reconciled: ten times as many against so many.
  static Alternation reconciliation(int turns, int members) {
    return Alternation.of(turns, 1, reconciling(10 * members), reconciling(members));
  }

  private static Work reconciling(int members) {
    LocalTable local = LocalTable.fresh();
    members(local, members);
    ReconcileBalances reconcile =
        new ObjectGraph(delayed(local)).reconcileBalances(new CountedMetrics());
    var turn = new AtomicInteger();
    Runnable all =
        () -> {
          var run =
              ReconciliationRun.ofEveryone(
                  AT.plusSeconds(turn.incrementAndGet()), Bookkeeping.BRUSSELS);
          if (reconcile.everyone(run, ObjectGraph.time()).members() != members) {
            throw new IllegalStateException("not all " + members + " were reconciled");
          }
        };
    return new Work(() -> {}, all);
  }

  /// As many transfers due among fifty times as many members, against among themselves.
  static Alternation transfers(int turns, int due) {
    return Alternation.of(turns, 1, transferring(due, 50 * due), transferring(due, due));
  }

  private static Work transferring(int due, int members) {
    LocalTable local = LocalTable.fresh();
    members(local, members);
    var books = new Bookkeeping(local);
    posting(local.table(), _ -> new Dojo.Response.Credited()).night(AT, ObjectGraph.time());
    PostTransfers post = posting(delayed(local), NightRows::answerLate);
    var turn = new AtomicInteger();
    Runnable earn =
        () -> {
          int number = turn.incrementAndGet();
          IntStream.range(0, due)
              .forEach(i -> books.grant("m" + i, "b" + number + "-" + i, "2026-05-01", 1000));
        };
    Runnable night =
        () -> {
          Transferred done = post.night(AT.plus(turn.get(), ChronoUnit.DAYS), ObjectGraph.time());
          if (done.posted() != due) {
            throw new IllegalStateException(done + " instead of " + due);
          }
        };
    return new Work(earn, night);
  }

  private static Dojo.Response answerLate(Credit credit) {
    try {
      Thread.sleep(DOJO_TAKES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Dojo.Response.Credited();
  }

  private static PostTransfers posting(Table table, Dojo dojo) {
    var graph = new ObjectGraph(table);
    return new PostTransfers(
        graph.transfers(),
        graph.reserveTransfers(),
        dojo,
        graph.undivided(),
        new CountedMetrics(),
        new RedactedFailureLog(),
        Bookkeeping.BRUSSELS);
  }
}
