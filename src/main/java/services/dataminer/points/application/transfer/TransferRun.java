package services.dataminer.points.application.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import services.dataminer.points.application.run.FailureLog;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.transfer.ReserveTransfers.Differs;
import services.dataminer.points.application.transfer.ReserveTransfers.NotNow;
import services.dataminer.points.application.transfer.ReserveTransfers.Nothing;
import services.dataminer.points.application.transfer.ReserveTransfers.Ready;
import services.dataminer.points.application.transfer.ReserveTransfers.Reserved;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.TransferBacklog.Unreadable;
import services.dataminer.points.ledger.transfer.Transfers;

/// One run of a night: what is done about each member, and what came of it so far.
final class TransferRun {

  private static final Logger LOG = Logger.getLogger(TransferRun.class);

  /// A transfer that this many nights could not settle raises an alarm, and lets all others pass.
  private static final int NIGHTS = 3;

  private final ReserveTransfers reservations;
  private final Transfers transfers;
  private final CreditSender sender;
  private final Metrics metrics;
  private final FailureLog failures;
  private final Instant at;
  private final LocalDate on;

  private final AtomicInteger posted = new AtomicInteger();
  private final AtomicLong points = new AtomicLong();
  private final AtomicInteger rejected = new AtomicInteger();
  private final Map<String, Transfer> pending = new ConcurrentHashMap<>();
  private final Set<String> decidedByDojo = ConcurrentHashMap.newKeySet();
  private final Set<String> skipped = ConcurrentHashMap.newKeySet();
  private final Set<String> failed = ConcurrentHashMap.newKeySet();

  TransferRun(
      ReserveTransfers reservations,
      Transfers transfers,
      CreditSender sender,
      Metrics metrics,
      FailureLog failures,
      Instant at,
      LocalDate on) {
    this.reservations = reservations;
    this.transfers = transfers;
    this.sender = sender;
    this.metrics = metrics;
    this.failures = failures;
    this.at = at;
    this.on = on;
  }

  /// Whether nights enough have tried a transfer to think that it is the transfer's own fault.
  static boolean isStuck(Transfer transfer) {
    return transfer.nights() >= NIGHTS;
  }

  /// Notes what is among the transfers and is none, and stays for someone to look at.
  void noteUnreadable(Unreadable item) {
    failures.failed(
        "member %s: %s is no transfer".formatted(item.memberId(), item.name()), item.why());
    failed.add(item.memberId());
  }

  /// Posts a member's open transfers.
  void post(List<Transfer> open) {
    String memberId = open.getFirst().memberId();
    safely(
        memberId,
        () -> {
          switch (reservations.readiness(memberId, on)) {
            case Ready ready ->
                open.stream()
                    .takeWhile(_ -> !sender.stops())
                    .forEach(transfer -> post(transfer, ready.email()));
            case NotNow(String why) -> passOver(memberId, why);
            case Differs(String why) -> withhold(memberId, why);
          }
        });
  }

  /// Reserves and posts all that is transferable of a member who transfers automatically, but for
  /// what DOJO has rejected this night.
  void transferAutomatically(String memberId) {
    safely(
        memberId,
        () -> {
          switch (reservations.reserve(memberId, at, on)) {
            case Reserved(Transfer transfer, String email) -> {
              postReserved(transfer, email);
              reservations.done(memberId);
            }
            case Nothing _ -> {}
            case NotNow(String why) -> passOver(memberId, why);
            case Differs(String why) -> withhold(memberId, why);
          }
        });
  }

  private void passOver(String memberId, String why) {
    if (skipped.add(memberId)) {
      LOG.warnf("member %s skipped: %s", memberId, why);
    }
  }

  private void withhold(String memberId, String why) {
    if (skipped.add(memberId)) {
      LOG.errorf("member %s not paid: %s", memberId, why);
      metrics.count(Metric.TRANSFERS_WITHHELD, 1, Map.of("memberId", memberId, "why", why));
    }
  }

  private void post(Transfer transfer, String email) {
    if (!transfers.isReserved(transfer)) {
      withhold(transfer.memberId(), "no entry deducts the points of transfer " + transfer.id());
    } else {
      postReserved(transfer, email);
    }
  }

  /// Posts a transfer whose points are known to be reserved.
  private void postReserved(Transfer transfer, String email) {
    var credit =
        new Credit(transfer.reference(), transfer.memberId(), email, transfer.dojoPoints());
    switch (sender.send(credit)) {
      case Dojo.Response.Credited _ -> {
        decidedByDojo.add(transfer.reference());
        if (transfers.posted(transfer, at)) {
          posted.incrementAndGet();
          points.addAndGet(transfer.points());
        }
      }
      case Dojo.Response.Rejected(String reason) -> {
        decidedByDojo.add(transfer.reference());
        if (transfers.rejected(transfer, reason, on, at)) {
          LOG.warnf("DOJO rejected %s: %s", transfer.reference(), reason);
          rejected.incrementAndGet();
        }
      }
      case Dojo.Response.Busy(String what, _) -> keepPending(transfer, "DOJO answered " + what);
      case Dojo.Response.Unclear(String what) -> keepPending(transfer, "DOJO " + what);
      case Dojo.Response.Absent(String what) -> keepPending(transfer, what);
      case Dojo.Response.NotAsked(String why) -> {
        LOG.warnf("%s stays as it is: not sent, %s", transfer.reference(), why);
        pending.put(transfer.reference(), transfer);
      }
    }
  }

  private void keepPending(Transfer transfer, String what) {
    LOG.warnf("%s is pending: %s", transfer.reference(), what);
    Transfer now = transfers.tried(transfer, on);
    if (now.isOpen()) {
      pending.put(transfer.reference(), now);
    } else {
      decidedByDojo.add(transfer.reference());
    }
  }

  private void safely(String memberId, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      failures.failed("member " + memberId, e);
      failed.add(memberId);
    }
  }

  /// What it did so far.
  ///
  /// @param left how many members were not looked at
  Transferred done(int left) {
    return new Transferred(
        posted.get(), points.get(), rejected.get(), pending.size(), skipped.size(), left);
  }

  /// Members with whom something went wrong.
  Set<String> failed() {
    return Set.copyOf(failed);
  }

  /// References of the transfers that DOJO has not answered for in three nights.
  ///
  /// @param open some that were open when the run began
  List<String> overdue(Stream<Transfer> open) {
    return Stream.concat(open, pending.values().stream())
        .filter(transfer -> !decidedByDojo.contains(transfer.reference()))
        .filter(this::isOverdue)
        .map(Transfer::reference)
        .distinct()
        .toList();
  }

  private boolean isOverdue(Transfer transfer) {
    return isStuck(transfer) || !transfer.on().plusDays(NIGHTS).isAfter(on);
  }
}
