package services.dataminer.points.chaos;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import services.dataminer.points.chaos.model.Happening;
import services.dataminer.points.chaos.model.Happening.StatementMade;
import services.dataminer.points.chaos.model.Happening.StatementVoided;
import services.dataminer.points.chaos.model.Happening.Step;
import services.dataminer.points.chaos.model.World;

/// Invents what learning platforms say: of one learner and one course or quiz all on one day, since
/// the statement that arrives first dates the award.
final class CourseScripts {
  private static final List<Step> OF_COURSE =
      List.of(
          Step.REGISTERED,
          Step.REGISTERED,
          Step.COMPLETED,
          Step.COMPLETED,
          Step.SATISFIED,
          Step.LAUNCHED,
          Step.UNCOMPLETED);
  private static final List<Step> OF_QUIZ =
      List.of(
          Step.ATTEMPT_FAILED, Step.ATTEMPT_PASSED, Step.ATTEMPT_PASSED, Step.PASSED, Step.FAILED);

  private final World world;
  private final Dice dice;
  private final List<World.Person> learners;
  private final List<String> objects;
  private final Set<String> begun = new HashSet<>();

  CourseScripts(World world, Dice dice) {
    this.world = world;
    this.dice = dice;
    learners = world.people().stream().filter(one -> one.joining() != World.Joining.NEVER).toList();
    objects = List.copyOf(world.catalogue().keySet());
  }

  /// Nothing where the learner has begun the course before.
  List<Happening> invent() {
    World.Person learner = dice.one(learners);
    String object = dice.one(objects);
    if (!begun.add(learner.id() + " " + object)) {
      return List.of();
    }
    boolean quiz = world.catalogue().get(object).quiz();
    Instant morning =
        LocalDate.of(2023, 6, 1)
            .plusDays(dice.between(0, 360))
            .atTime(9, 0)
            .atZone(World.ZONE)
            .toInstant();
    var happenings = new ArrayList<Happening>();
    for (int n = dice.between(1, 4); n > 0; n--) {
      var statement =
          new StatementMade(
              dice.uuid(),
              learner.id(),
              dice.percent(50),
              dice.one(quiz ? OF_QUIZ : OF_COURSE),
              object,
              morning.plusSeconds(60L * dice.between(0, 500) + n));
      happenings.add(statement);
      if (dice.percent(20)) {
        happenings.add(
            new StatementVoided(dice.uuid(), statement, statement.at().plusSeconds(7200)));
      }
    }
    return happenings;
  }
}
