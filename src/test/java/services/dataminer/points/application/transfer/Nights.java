package services.dataminer.points.application.transfer;

import java.time.Instant;
import java.time.LocalDate;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.night.DivideNight;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.log.RedactedFailureLog;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.reconciliation.ReconciliationOutcome;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;
import services.dataminer.points.ledger.reconciliation.ReconciliationScope;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.RequestOutcome;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.program.membership.MembershipYear;

/// The nights of a table, with a DOJO of the test's own.
final class Nights {

  final Bookkeeping books;
  final CountedMetrics metrics = new CountedMetrics();
  final Transfers transfers;
  private final ObjectGraph graph;
  private final DueWork due;

  Nights(Bookkeeping books) {
    this(books, books.table());
  }

  /// @param table the same table, perhaps seen through interceptors
  Nights(Bookkeeping books, Table table) {
    this.books = books;
    graph = new ObjectGraph(table);
    transfers = graph.transfers();
    due = new DueWork(table);
  }

  DueWork due() {
    return due;
  }

  /// @param hands how many members are worked on at a time
  PostTransfers posting(Dojo dojo, int hands) {
    return posting(dojo, hands, graph.undivided());
  }

  PostTransfers posting(Dojo dojo, int hands, DivideNight divide) {
    return posting(dojo, new PostTransfers.Hands(hands, hands), divide);
  }

  PostTransfers posting(Dojo dojo, PostTransfers.Hands hands, DivideNight divide) {
    return new PostTransfers(
        transfers,
        graph.reserveTransfers(),
        dojo,
        divide,
        metrics,
        new RedactedFailureLog(),
        Bookkeeping.BRUSSELS,
        hands,
        _ -> {});
  }

  /// A night on a date, at three.
  static Instant at(String date) {
    return LocalDate.parse(date).atTime(3, 30).atZone(Bookkeeping.BRUSSELS).toInstant();
  }

  static TimeBudget time() {
    return ObjectGraph.time();
  }

  Transferred night(String date, Dojo dojo) {
    return posting(dojo, 4).night(at(date), time());
  }

  /// Reconciles one member's balance, everything of it.
  ReconciliationOutcome reconcile(String memberId) {
    var run =
        ReconciliationRun.ofEveryone(Instant.parse("2030-01-01T00:00:00Z"), Bookkeeping.BRUSSELS);
    return graph.balanceReconciliation().reconcile(memberId, run, ReconciliationScope.EVERYTHING);
  }

  /// A member asks for points, on a date.
  RequestOutcome request(String memberId, String id, long points, String date) {
    LocalDate on = LocalDate.parse(date);
    Instant at = on.atTime(12, 0).atZone(Bookkeeping.BRUSSELS).toInstant();
    Member member = books.members().find(memberId).orElseThrow();
    return transfers.request(
        Transfer.of(
            memberId,
            id,
            points,
            points,
            at,
            on,
            MembershipYear.of(member.signedUpOn(), on).from()),
        "as requested");
  }

  Transfer.State state(String memberId, String id) {
    return transfers.find(memberId, id).orElseThrow().state();
  }
}
