package services.dataminer.points.application.rules;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import services.dataminer.points.application.award.DraftAssessment;
import services.dataminer.points.application.run.FailureLog;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.program.activity.ActivityId;

/// Reads activities, a limited number at a time, and assesses them by a draft of the rules. One
/// that cannot be read or assessed stops no other.
final class AssessedActivities {

  /// How many are in memory at once; some have more than a hundred people.
  private static final int AT_A_TIME = 500;

  private final Activities activities;
  private final DraftAssessment assessment;
  private final FailureLog failures;
  private final Set<ActivityId> failed = new TreeSet<>();
  private int assessed;

  AssessedActivities(Activities activities, DraftAssessment assessment, FailureLog failures) {
    this.activities = activities;
    this.assessment = assessment;
    this.failures = failures;
  }

  /// Those that could not be read or assessed so far.
  Set<ActivityId> failed() {
    return failed;
  }

  /// How many were handed over so far.
  int assessed() {
    return assessed;
  }

  /// Those that are known.
  List<ActivityRecord> read(Collection<ActivityId> ids) {
    return activities.readable(ids, this::failed);
  }

  /// Hands over each activity that has been decided on, as it is stored.
  void each(Collection<ActivityId> ids, Consumer<ActivityRecord> work) {
    List<ActivityId> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += AT_A_TIME) {
      for (ActivityRecord stored :
          read(all.subList(from, Math.min(from + AT_A_TIME, all.size())))) {
        if (stored.decision().isPresent()) {
          attempt(List.of(stored.id()), () -> work.accept(stored));
          assessed++;
        }
      }
    }
  }

  /// The activity with the decision of the draft.
  ActivityRecord assess(ActivityRecord stored) {
    return assessment.assess(stored);
  }

  /// Works on activities; if that fails, they are left as they stand.
  void attempt(Collection<ActivityId> ids, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      ids.forEach(id -> failed(id, e));
    }
  }

  private void failed(ActivityId id, RuntimeException why) {
    failed.add(id);
    failures.failed("activity " + id + " not previewed", why);
  }
}
