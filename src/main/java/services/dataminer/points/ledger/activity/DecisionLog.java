package services.dataminer.points.ledger.activity;

import org.jboss.logging.Logger;
import services.dataminer.points.program.award.ActivityState;

/// One line for each decision that is written, such as `calcom:cZQK3k is GRANTED: 100 points, rules
/// of 2023-03-28`. Operators follow an activity by its id from the webhook to here, and the
/// dashboard counts these lines. A duplicate writes no line.
final class DecisionLog {

  private static final Logger LOG = Logger.getLogger(DecisionLog.class);

  private DecisionLog() {}

  /// @param record as written; no address and no administrator's words are logged of it
  static void written(ActivityRecord record) {
    record
        .decision()
        .ifPresent(
            decision -> LOG.infof("%s is %s: %s", record.id(), decision.state(), detail(decision)));
  }

  private static String detail(StoredDecision decision) {
    String what =
        decision.state() == ActivityState.REFUSED
            ? decision.reason()
            : decision.award().map(award -> award.total() + " points").orElse("0 points");
    return decision.edition().map(edition -> what + ", rules of " + edition).orElse(what);
  }
}
