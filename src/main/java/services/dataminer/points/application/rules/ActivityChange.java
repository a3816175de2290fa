package services.dataminer.points.application.rules;

import java.time.LocalDate;
import java.util.List;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.ExpectedPosting;
import services.dataminer.points.ledger.activity.StoredDecision;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;

/// What a draft of the rules would change for one member about one activity.
///
/// @param year the first day of the membership year in which the difference counts
/// @param before points that the member has of it
/// @param after points that the member would have
/// @param reasonBefore why, as it stands
/// @param reasonAfter why, by the draft
public record ActivityChange(
    ActivityId id,
    ActivityKind kind,
    String memberId,
    LocalDate year,
    long before,
    long after,
    String reasonBefore,
    String reasonAfter) {

  /// Whole points, signed, not 0.
  public long difference() {
    return after - before;
  }

  /// @param stored an activity as read
  /// @param decided the same, decided by the draft
  static List<ActivityChange> of(ActivityRecord stored, ActivityRecord decided) {
    return of(decided, stored.decision().map(StoredDecision::reason).orElse(""));
  }

  static List<ActivityChange> of(ActivityRecord decided, String reasonBefore) {
    String reasonAfter = decided.decision().map(StoredDecision::reason).orElse("");
    return ExpectedPosting.of(decided).stream()
        .map(
            posting ->
                new ActivityChange(
                    decided.id(),
                    decided.kind(),
                    posting.memberId(),
                    posting.year(),
                    posting.before(),
                    posting.after(),
                    reasonBefore,
                    reasonAfter))
        .toList();
  }
}
