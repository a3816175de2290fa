package services.dataminer.points.application.transfer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import services.dataminer.points.application.run.FailureLog;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.run.WorkerPool;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.TransferBacklog;
import services.dataminer.points.ledger.transfer.Transfers;

/// Takes to DOJO all that members asked for, and all that is transferable of members who transfer
/// automatically. Reserves, posts under the transfer's own key, records: killed in between, the
/// next run goes on there, and DOJO has it once. Right in any order, twice, overlapping and late.
@Singleton
public class PostTransfers {

  private static final Logger LOG = Logger.getLogger(PostTransfers.class);
  private static final int AT_A_TIME = 8;
  private static final Comparator<Transfer> LONGEST_UNTRIED =
      Comparator.comparing(transfer -> transfer.triedOn().orElse(LocalDate.MIN));

  private final Transfers transfers;
  private final ReserveTransfers reservations;
  private final Dojo dojo;
  private final Metrics metrics;
  private final FailureLog failures;
  private final ZoneId timeZone;
  private final WorkerPool workers;
  private final CreditSender.Rest rest;

  @Inject
  public PostTransfers(
      Transfers transfers,
      ReserveTransfers reservations,
      Dojo dojo,
      Metrics metrics,
      FailureLog failures,
      ZoneId timeZone) {
    this(
        transfers,
        reservations,
        dojo,
        metrics,
        failures,
        timeZone,
        AT_A_TIME,
        PostTransfers::sleep);
  }

  /// @param hands how many members are worked on at a time
  PostTransfers(
      Transfers transfers,
      ReserveTransfers reservations,
      Dojo dojo,
      Metrics metrics,
      FailureLog failures,
      ZoneId timeZone,
      int hands,
      CreditSender.Rest rest) {
    this.transfers = transfers;
    this.reservations = reservations;
    this.dojo = dojo;
    this.metrics = metrics;
    this.failures = failures;
    this.timeZone = timeZone;
    this.workers = new WorkerPool(hands);
    this.rest = rest;
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for DOJO", e);
    }
  }

  /// @param scheduledAt names the night, and selects nothing
  /// @return what this run changed
  /// @throws IllegalStateException if something went wrong with some members; all others are done
  public Transferred night(Instant scheduledAt, TimeBudget time) {
    TransferBacklog backlog = transfers.backlog();
    var sender = new CreditSender(dojo, time, rest);
    var night =
        new TransferRun(
            reservations,
            transfers,
            sender,
            metrics,
            failures,
            scheduledAt,
            LocalDate.ofInstant(scheduledAt, timeZone));
    backlog.unreadable().forEach(night::noteUnreadable);
    List<Transfer> open = backlog.open();

    // What waits longest goes first, and all of it before anything new is reserved; but what many
    // nights could not settle goes last, in turns, so that it holds up no one else.
    var waiting = open.stream().filter(transfer -> !TransferRun.isStuck(transfer));
    workers.each(byMember(waiting), sender::stops, night::post);
    Set<String> members = new LinkedHashSet<>(backlog.changed());
    open.stream().map(Transfer::memberId).forEach(members::add);
    int left = workers.each(members, sender::stops, night::transferAutomatically);
    if (left == 0) {
      var stuck = open.stream().filter(TransferRun::isStuck).sorted(LONGEST_UNTRIED);
      left = workers.each(byMember(stuck), sender::stops, night::post);
    }

    if (left > 0) {
      LOG.warnf(
          "stopped with %d members left because %s; the next run continues with them",
          left, time.isUp() ? "time ran out" : "DOJO does not respond as it should");
    }
    return night.result(open, left);
  }

  private static Collection<List<Transfer>> byMember(Stream<Transfer> transfers) {
    return transfers
        .collect(Collectors.groupingBy(Transfer::memberId, LinkedHashMap::new, Collectors.toList()))
        .values();
  }
}
