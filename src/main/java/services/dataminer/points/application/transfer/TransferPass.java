package services.dataminer.points.application.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import services.dataminer.points.application.night.ShardOutcome;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.run.WorkerPool;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.TransferBacklog;

/// One pass over what is due, of a whole night or of a shard, and what came of it.
///
/// @param done what it changed
/// @param left members not looked at
/// @param outOfTime whether that is for want of time
/// @param stops whether it ended since DOJO does not respond as it should, and not only to
///   transfers that many nights could not settle
/// @param overdue references of all transfers that DOJO has not answered for in three nights
/// @param overdueOfOthers those of them that are not of members left
/// @param failed members with whom something went wrong
record TransferPass(
    Transferred done,
    Set<String> left,
    boolean outOfTime,
    boolean stops,
    List<String> overdue,
    List<String> overdueOfOthers,
    Set<String> failed) {

  private static final Logger LOG = Logger.getLogger(TransferPass.class);
  private static final int MOST_NAMED = 10;
  private static final Comparator<Transfer> LONGEST_UNTRIED =
      Comparator.comparing(transfer -> transfer.triedOn().orElse(LocalDate.MIN));

  /// What waits longest goes first, and all of it before anything new is reserved; but what many
  /// nights could not settle goes last, in turns, so that it holds up no one else.
  static TransferPass over(
      TransferBacklog backlog,
      TransferRun run,
      CreditSender sender,
      WorkerPool workers,
      TimeBudget time) {
    backlog.unreadable().forEach(run::noteUnreadable);
    List<Transfer> open = backlog.open();
    var waiting = open.stream().filter(transfer -> !TransferRun.isStuck(transfer));
    workers.each(byMember(waiting), sender::stops, run::post);
    Set<String> members = new LinkedHashSet<>(backlog.changed());
    open.stream().map(Transfer::memberId).forEach(members::add);
    Set<String> left =
        last(members, workers.each(members, sender::stops, run::transferAutomatically));
    boolean outOfTime = time.isUp();
    boolean stops = !left.isEmpty() && !outOfTime;
    if (left.isEmpty()) {
      var stuck = open.stream().filter(TransferRun::isStuck).sorted(LONGEST_UNTRIED);
      Collection<List<Transfer>> last = byMember(stuck);
      last(last, workers.each(last, sender::stops, run::post)).stream()
          .map(transfers -> transfers.getFirst().memberId())
          .forEach(left::add);
      outOfTime = time.isUp();
    }
    return new TransferPass(
        run.done(left.size()),
        left,
        outOfTime,
        stops,
        run.overdue(open.stream()),
        run.overdue(open.stream().filter(transfer -> !left.contains(transfer.memberId()))),
        run.failed());
  }

  /// The last so many of what was to be done, which were not begun.
  private static <T> Set<T> last(Collection<T> all, int left) {
    return new LinkedHashSet<>(new ArrayList<>(all).subList(all.size() - left, all.size()));
  }

  private static Collection<List<Transfer>> byMember(Stream<Transfer> transfers) {
    return transfers
        .collect(Collectors.groupingBy(Transfer::memberId, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  /// Says in the log what is left, and which transfers are overdue.
  void warn() {
    if (!left.isEmpty()) {
      LOG.warnf(
          "stopped with %d members left because %s; the next run continues with them",
          left.size(), outOfTime ? "time ran out" : "DOJO does not respond as it should");
    }
    if (!overdue.isEmpty()) {
      LOG.errorf(
          "%d transfers pending for three nights or more: %s", overdue.size(), someOverdue());
    }
  }

  /// Some of the transfers that are overdue.
  String someOverdue() {
    return overdue.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
  }

  /// The same as what came of a shard. Who is left for want of time is worked on again, and only
  /// then are their transfers counted as overdue.
  ShardOutcome outcome() {
    var sums =
        Map.of(
            "posted", (long) done.posted(),
            "points", done.points(),
            "rejected", (long) done.rejected(),
            "pending", (long) done.pending(),
            "skipped", (long) done.skipped(),
            "overdue", (long) (outOfTime ? overdueOfOthers : overdue).size());
    return new ShardOutcome(sums, new HashSet<>(left), outOfTime, failed, stops);
  }

  /// What a whole night changed, by the sums of its shards.
  static Transferred transferred(Map<String, Long> sums) {
    return new Transferred(
        (int) sum(sums, "posted"),
        sum(sums, "points"),
        (int) sum(sums, "rejected"),
        (int) sum(sums, "pending"),
        (int) sum(sums, "skipped"),
        (int) sum(sums, ShardOutcome.LEFT));
  }

  /// How many transfers are overdue, by the sums of a night's shards.
  static long overdue(Map<String, Long> sums) {
    return sum(sums, "overdue");
  }

  private static long sum(Map<String, Long> sums, String name) {
    return sums.getOrDefault(name, 0L);
  }
}
