package services.dataminer.points.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.balance.ReconcileBalances;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.transfer.Dojo;
import services.dataminer.points.application.transfer.PostTransfers;
import services.dataminer.points.functions.log.RedactedFailureLog;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.Consumption;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;
import services.dataminer.points.ledger.table.Table;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// How long nights of a million members who all changed would take, from the requests that are
/// counted here for each. Only waiting is reckoned, no processor time.
final class NightModel {

  private static final double MEMBERS = 1_000_000;

  /// What DOJO is assumed to take for a credit, in milliseconds.
  private static final double DOJO = 100;

  private static final int MORE_WORKERS = 10;
  private static final Instant AT = Instant.parse("2026-09-14T01:30:00Z");

  private NightModel() {}

  /// What a night asks of the table for one member more.
  record Asked(double requests, double transactions) {

    double milliseconds() {
      return (requests - transactions) * AwardRows.DELAY.toMillis()
          + transactions * AwardRows.TRANSACTION_DELAY.toMillis();
    }
  }

  static String table() {
    Asked proof = reconciled();
    Asked transfer = transferred();
    double proving = proof.milliseconds();
    double transferring = transfer.milliseconds() + DOJO;
    double proofsASecond = 1000 * ReconcileBalances.AT_A_TIME / proving;
    double transfersASecond =
        1000
            * Math.min(
                PostTransfers.MEMBERS_AT_A_TIME / transferring, PostTransfers.AT_A_TIME / DOJO);
    double byAWorker = transfersASecond / PostTransfers.WORKERS;
    return "| a member who changed | reconciled | transferred |\n|---|---|---|\n"
        + line("requests to DynamoDB, counted", "%.1f", proof.requests(), transfer.requests())
        + line(
            "of them transactions, counted", "%.1f", proof.transactions(), transfer.transactions())
        + line("milliseconds of waiting, DOJO included", "%.0f", proving, transferring)
        + line(
            "members in the 12.5 minutes of one call",
            "%,.0f",
            inOneCall(proofsASecond),
            inOneCall(transfersASecond))
        + line(
            "hours for a million, two workers",
            "%.1f",
            hours(PostTransfers.WORKERS * proofsASecond),
            hours(PostTransfers.WORKERS * byAWorker))
        + line(
            "hours for a million, ten workers",
            "%.1f",
            hours(MORE_WORKERS * proofsASecond),
            hours(MORE_WORKERS * byAWorker));
  }

  /// For a member who changed and is reconciled.
  static Asked reconciled() {
    return asked(NightModel::reconcile);
  }

  /// For a member whose points are transferred.
  static Asked transferred() {
    return asked(NightModel::transfer);
  }

  private static double inOneCall(double aSecond) {
    return TimeBudget.NIGHTLY.toSeconds() * aSecond;
  }

  private static double hours(double aSecond) {
    return MEMBERS / aSecond / Duration.ofHours(1).toSeconds();
  }

  /// The difference that ten members more make.
  private static Asked asked(BiConsumer<Table, Instant> night) {
    Consumption few = consumed(night, 10);
    Consumption more = consumed(night, 20);
    return new Asked(
        (more.requests() - few.requests()) / 10.0, (transactions(more) - transactions(few)) / 10.0);
  }

  private static long transactions(Consumption consumed) {
    return consumed.seen().stream().filter(TransactWriteItemsRequest.class::isInstance).count();
  }

  private static Consumption consumed(BiConsumer<Table, Instant> night, int members) {
    LocalTable local = LocalTable.fresh();
    var books = new Bookkeeping(local);
    IntStream.range(0, members).forEach(i -> books.member("m" + i));
    // So that nobody is due whom the roster reconciles before, as nearly always.
    IntStream.range(0, 30)
        .forEach(day -> reconcile(local.table(), AT.minus(Duration.ofDays(31 - day))));
    IntStream.range(0, members).forEach(i -> books.grant("m" + i, "a" + i, "2026-09-01", 100));
    var consumed = Consumption.of(local.client());
    night.accept(consumed.table(local).table(), AT);
    return consumed;
  }

  private static void reconcile(Table table, Instant at) {
    new ObjectGraph(table)
        .reconcileBalances(new CountedMetrics())
        .night(ReconciliationRun.night(at, Bookkeeping.BRUSSELS), ObjectGraph.time());
  }

  private static void transfer(Table table, Instant at) {
    var graph = new ObjectGraph(table);
    new PostTransfers(
            graph.transfers(),
            graph.reserveTransfers(),
            _ -> new Dojo.Response.Credited(),
            graph.undivided(),
            new CountedMetrics(),
            new RedactedFailureLog(),
            Bookkeeping.BRUSSELS)
        .night(at, ObjectGraph.time());
  }

  private static String line(String what, String format, double reconciled, double transferred) {
    return "| %s | %s | %s |%n"
        .formatted(
            what,
            String.format(Locale.ROOT, format, reconciled),
            String.format(Locale.ROOT, format, transferred));
  }
}
