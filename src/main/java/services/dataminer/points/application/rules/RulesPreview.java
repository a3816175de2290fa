package services.dataminer.points.application.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.program.activity.ActivityId;

/// What a draft of the rules would change for the members that one call went through.
///
/// @param members how many it went through
/// @param activities how many activities it assessed; one with people of several calls counts in
///   each
/// @param changes whose points or level the draft changes, level moves first
/// @param failed activities that could not be read or assessed, and are left as they stand
/// @param next where the next call goes on; empty if all members were gone through
public record RulesPreview(
    int members,
    int activities,
    List<MemberChange> changes,
    List<ActivityId> failed,
    Optional<PageCursor> next) {

  private static final Comparator<MemberChange> LARGEST_FIRST =
      Comparator.comparingInt((MemberChange change) -> -Math.abs(change.levels()))
          .thenComparingLong(change -> -Math.abs(change.difference()))
          .thenComparing(change -> change.member().id());

  static RulesPreview of(
      int members,
      int activities,
      Collection<MemberChange> changes,
      Collection<ActivityId> failed,
      Optional<PageCursor> next) {
    return new RulesPreview(
        members,
        activities,
        changes.stream().sorted(LARGEST_FIRST).toList(),
        failed.stream().sorted().toList(),
        next);
  }

  /// By how much the members' points change in all.
  public long difference() {
    return changes.stream().mapToLong(MemberChange::difference).sum();
  }

  /// How many members reach a higher level.
  public long promoted() {
    return changes.stream().filter(change -> change.levels() > 0).count();
  }

  /// How many members fall to a lower level.
  public long demoted() {
    return changes.stream().filter(change -> change.levels() < 0).count();
  }
}
