package services.dataminer.points.chaos.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import services.dataminer.points.chaos.model.Happening.StatementMade;
import services.dataminer.points.chaos.model.Happening.StatementVoided;
import services.dataminer.points.chaos.model.Happening.Step;

/// What courses and quizzes pay: each kind of points once per member, whichever statement says it.
/// Source: partner benefits page, online courses and self-tests.
public final class CourseTruth {
  private static final Set<Step> COMPLETING = Set.of(Step.COMPLETED, Step.SATISFIED);
  private static final Set<Step> PASSING = Set.of(Step.PASSED, Step.ATTEMPT_PASSED);

  private final World world;

  CourseTruth(World world) {
    this.world = world;
  }

  /// What an activity of progress in courses is called here, where its own name is a hash.
  public static String name(LocalDate on) {
    return "xapi on " + on;
  }

  void add(List<Happening> happenings, Expectation expected) {
    Set<Object> voided = new HashSet<>();
    happenings.stream()
        .filter(StatementVoided.class::isInstance)
        .forEach(one -> voided.add(((StatementVoided) one).statement().id()));
    Map<String, List<StatementMade>> progress =
        happenings.stream()
            .filter(StatementMade.class::isInstance)
            .map(StatementMade.class::cast)
            .filter(one -> !voided.contains(one.id()))
            .collect(Collectors.groupingBy(StatementMade::about));
    progress.values().forEach(statements -> add(statements, expected, learner(statements)));
  }

  private World.Person learner(List<StatementMade> statements) {
    return world.person(statements.getFirst().person()).orElseThrow();
  }

  private void add(List<StatementMade> statements, Expectation expected, World.Person learner) {
    World.Course course = world.catalogue().get(statements.getFirst().object());
    if (course == null || learner.joining() == World.Joining.NEVER) {
      return;
    }
    if (!course.quiz()) {
      earn(statements, Set.of(Step.REGISTERED), course.enrolled(), expected, learner);
    }
    Optional<Instant> undone =
        statements.stream()
            .filter(one -> one.step() == Step.UNCOMPLETED)
            .map(StatementMade::at)
            .max(Comparator.naturalOrder());
    List<StatementMade> standing =
        statements.stream()
            .filter(one -> undone.isEmpty() || one.at().isAfter(undone.get()))
            .toList();
    earn(standing, course.quiz() ? PASSING : COMPLETING, course.done(), expected, learner);
  }

  private static void earn(
      List<StatementMade> statements,
      Set<Step> steps,
      long points,
      Expectation expected,
      World.Person learner) {
    statements.stream()
        .filter(one -> steps.contains(one.step()))
        .min(Comparator.comparing(StatementMade::at))
        .map(one -> one.at().atZone(World.ZONE).toLocalDate())
        .ifPresent(on -> expected.earn(learner.id(), name(on), points, on));
  }
}
