package services.dataminer.points.chaos.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What must be there in the end.
public final class Expectation {

  /// Points that count on a day.
  public record Earned(long points, LocalDate on) {}

  private final SortedMap<String, SortedMap<String, Earned>> members = new TreeMap<>();
  private final SortedMap<String, String> states = new TreeMap<>();

  void state(String activity, String state) {
    states.put(activity, state);
  }

  void earn(String member, String activity, long points, LocalDate on) {
    members
        .computeIfAbsent(member, _ -> new TreeMap<>())
        .merge(
            activity,
            new Earned(points, on),
            (one, more) -> new Earned(one.points() + more.points(), on));
  }

  /// What a member earned, by activity. Progress in courses and what a cap limits go under a name
  /// of their own, see [CourseTruth] and [AwardTruth].
  public SortedMap<String, Earned> of(String member) {
    return Collections.unmodifiableSortedMap(members.getOrDefault(member, new TreeMap<>()));
  }

  /// The states of meetings, by activity.
  public Map<String, String> states() {
    return Collections.unmodifiableMap(states);
  }
}
