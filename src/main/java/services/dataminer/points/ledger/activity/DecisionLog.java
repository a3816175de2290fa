package services.dataminer.points.ledger.activity;

import org.jboss.logging.Logger;
import services.dataminer.points.ledger.activity.Posted.Granted;
import services.dataminer.points.program.award.ActivityState;

/// One line for each decision that is new or posts points, such as `calcom:cZQK3k is GRANTED,
/// posted 100: rules of 2023-03-28`. Operators follow an activity by its id from the webhook to
/// here; the dashboard counts the lines, and adds up what they posted.
final class DecisionLog {

  private static final Logger LOG = Logger.getLogger(DecisionLog.class);

  private DecisionLog() {}

  /// Logs no address and no administrator's words.
  ///
  /// @param before as read
  /// @param after as written last
  static void written(ActivityRecord before, ActivityRecord after) {
    long posted = granted(after) - granted(before);
    if (posted != 0 || !before.decision().equals(after.decision())) {
      after
          .decision()
          .ifPresent(
              decision ->
                  LOG.infof(
                      "%s is %s, posted %d: %s",
                      after.id(), decision.state(), posted, why(decision)));
    }
  }

  private static long granted(ActivityRecord record) {
    return record.granted().values().stream().mapToLong(Granted::points).sum();
  }

  private static String why(StoredDecision decision) {
    return decision.state() == ActivityState.REFUSED
        ? decision.reason()
        : decision.edition().map(edition -> "rules of " + edition).orElse("no rules apply");
  }
}
