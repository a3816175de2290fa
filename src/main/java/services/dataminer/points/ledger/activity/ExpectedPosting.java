package services.dataminer.points.ledger.activity;

import java.time.LocalDate;
import java.util.List;

/// What the ledger would post to a member, if a decision were written now.
///
/// @param before points that the member has of the activity
/// @param after points that the member would have
/// @param year the first day of the membership year in which the difference would count
public record ExpectedPosting(String memberId, long before, long after, LocalDate year) {

  /// The differences between what a decision gives and what was granted, by member. Nothing is
  /// written.
  ///
  /// @param decided an activity as read, decided anew
  public static List<ExpectedPosting> of(ActivityRecord decided) {
    return Posting.due(decided).stream()
        .filter(posting -> posting.after() != posting.before())
        .map(
            posting ->
                new ExpectedPosting(
                    posting.memberId(),
                    posting.before(),
                    posting.after(),
                    posting.year().orElseThrow()))
        .toList();
  }
}
