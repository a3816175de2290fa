package services.dataminer.points.functions.pages.view;

import java.util.List;
import java.util.Optional;
import services.dataminer.points.application.rules.ActivityChange;
import services.dataminer.points.application.rules.MemberChange;
import services.dataminer.points.application.rules.RulesPreview;
import services.dataminer.points.functions.rules.EditionComparison;

/// The editions of the rules, and what a draft of them would change.
///
/// @param draft whether the editions are the draft's
public record RulesView(
    EditionComparison editions, boolean draft, PreviewForm form, Optional<RulesPreview> preview) {

  /// How many activities of one member are listed.
  private static final int MOST_ACTIVITIES = 10;

  /// Those who move to another level, the farthest first.
  public List<MemberChange> levelMoves() {
    return changes().stream().filter(change -> change.levels() != 0).toList();
  }

  /// Those who stay at their level, with other points.
  public List<MemberChange> others() {
    return changes().stream().filter(change -> change.levels() == 0).toList();
  }

  private List<MemberChange> changes() {
    return preview.map(RulesPreview::changes).orElse(List.of());
  }

  /// The activities of a member that make the largest differences.
  public static List<ActivityChange> listed(MemberChange change) {
    return change.activities().stream().limit(MOST_ACTIVITIES).toList();
  }

  /// How many more activities make a difference.
  public static int unlisted(MemberChange change) {
    return Math.max(0, change.activities().size() - MOST_ACTIVITIES);
  }

  /// `1 member`, `2 members`.
  public static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
