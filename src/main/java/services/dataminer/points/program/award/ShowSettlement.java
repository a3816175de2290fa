package services.dataminer.points.program.award;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.award.Decision.Cancelled;
import services.dataminer.points.program.award.Decision.Granted;
import services.dataminer.points.program.rules.RuleBook;

/// Divides what a partner's meetings at one show pay: once, over the sums of everyone's exact
/// parts, and not meeting by meeting, where each rounding would count.
public record ShowSettlement(RuleBook rules) {

  /// @param meetings the portions of each of the partner's meetings that took place; who is one
  ///   person in several has one ref
  public Decision settle(Show show, String partnerId, List<List<Share>> meetings) {
    if (meetings.isEmpty()) {
      return new Cancelled(Reasons.noMeetingCounts(partnerId, show));
    }
    ActivityId id = ActivityId.show(show.id(), partnerId);
    List<Share> shares = LargestRemainder.divide(id, summed(meetings));
    long total = shares.stream().mapToLong(Share::points).sum();
    String arithmetic = Reasons.showPays(meetings.size(), show, total, shares.size());
    String edition = rules.inForceOn(show.endsOn()).orElseThrow().id();
    Award award = new Award(edition, total, show.earnedAt(), show.endsOn(), arithmetic, shares);
    return new Granted(award, arithmetic);
  }

  private static List<Share> summed(List<List<Share>> meetings) {
    Map<String, Share> byRef = new TreeMap<>();
    meetings.stream()
        .flatMap(List::stream)
        .forEach(portion -> byRef.merge(portion.person().ref(), portion, Share::plus));
    return List.copyOf(byRef.values());
  }
}
