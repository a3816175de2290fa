package services.dataminer.points.ledger.activity;

import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import services.dataminer.points.ledger.activity.Posted.Granted;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.award.ActivityState;

/// One line for each decision that is new or posts points, such as `calcom:cZQK3k is GRANTED,
/// posted 100: rules of 2023-03-28`, with the fields `activityId`, `outcome` and `edition`.
/// Operators follow an activity by its id from the webhook to here; the dashboard counts the lines,
/// and adds up what they posted.
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
                  with(
                      fields(after.id(), decision),
                      () ->
                          LOG.infof(
                              "%s is %s, posted %d: %s",
                              after.id(), decision.state(), posted, why(decision))));
    }
  }

  private static Map<String, String> fields(ActivityId id, StoredDecision decision) {
    var fields = new HashMap<String, String>();
    fields.put("activityId", id.value());
    fields.put("outcome", decision.state().name());
    decision.edition().ifPresent(edition -> fields.put("edition", edition));
    return fields;
  }

  private static void with(Map<String, String> fields, Runnable line) {
    fields.forEach(MDC::put);
    try {
      line.run();
    } finally {
      fields.keySet().forEach(MDC::remove);
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
