package services.dataminer.points.program.rules;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What every activity of the program pays.
///
/// @param contributions general contributions, by their actions' codes
public record Tariff(
    MeetingRule exhibitionMeeting,
    MeetingRule virtualMeeting,
    HostedEventRule hostedEvent,
    UseCaseRule useCase,
    CourseRule courses,
    QuizRule quizzes,
    SortedMap<String, ContributionRule> contributions) {

  public Tariff {
    Objects.requireNonNull(exhibitionMeeting, "exhibitionMeeting");
    Objects.requireNonNull(virtualMeeting, "virtualMeeting");
    Objects.requireNonNull(hostedEvent, "hostedEvent");
    Objects.requireNonNull(useCase, "useCase");
    Objects.requireNonNull(courses, "courses");
    Objects.requireNonNull(quizzes, "quizzes");
    contributions = Collections.unmodifiableSortedMap(new TreeMap<>(contributions));
    for (Map.Entry<String, ContributionRule> action : contributions.entrySet()) {
      if (!ContributionRule.isAction(action.getKey())) {
        throw new IllegalArgumentException("not an action's code: " + action.getKey());
      }
    }
  }

  /// What a general contribution pays; empty for an action that the program does not know.
  public Optional<ContributionRule> contribution(String action) {
    return Optional.ofNullable(contributions.get(action));
  }
}
