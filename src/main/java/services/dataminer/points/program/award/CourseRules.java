package services.dataminer.points.program.award;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseProgress;
import services.dataminer.points.program.activity.CourseState;
import services.dataminer.points.program.activity.Retraction;
import services.dataminer.points.program.award.Decision.Cancelled;
import services.dataminer.points.program.award.Decision.Granted;
import services.dataminer.points.program.award.Decision.NotInCatalogue;
import services.dataminer.points.program.award.Decision.Refused;
import services.dataminer.points.program.award.Decision.Retracted;
import services.dataminer.points.program.award.Decision.Unknown;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.RuleBook;

/// Assesses enrolments, completions and passed quizzes. Source: partner benefits page, online
/// courses and self-tests.
///
/// Every statement that stands is assessed by itself, and the first that earns dates the award. So
/// neither the order in which statements arrive nor how many there are makes a difference.
///
/// @param timeZone the program's, in which a day of earning is a day
public record CourseRules(RuleBook rules, ZoneId timeZone) {

  /// As many as anyone would look at, in an item of a few kilobytes.
  private static final int MOST_STATEMENTS = 10;

  /// Each is written elsewhere in the same transaction, which holds 100 items.
  private static final int MOST_LEFT_OUT = 40;

  /// @param courseId the object of the statements, an IRI
  /// @param course the catalogue's entry of that id, which tells a course from a quiz, whatever the
  ///   statements call it; empty where there is none
  /// @param learner whose progress it is; empty where nothing counts here any more
  public Decision assess(
      CourseProgress progress, String courseId, Optional<Course> course, Optional<Person> learner) {
    return switch (progress.state()) {
      case CourseState.HandedOver(ActivityId to) -> new Cancelled(Reasons.countsElsewhere(to));
      case CourseState.Retracted(Retraction how) -> new Retracted(Reasons.retracted(how));
      case CourseState.Unknown _ -> new Unknown(Reasons.NO_STATEMENT);
      case CourseState.Void _, CourseState.Uncompleted _, CourseState.Standing _
          when course.isEmpty() ->
          new NotInCatalogue(Reasons.notInCatalogue(courseId));
      case CourseState.Void _ -> new Cancelled(Reasons.STATEMENTS_VOIDED);
      case CourseState.Uncompleted(Instant at) ->
          new Cancelled(Reasons.notCompletedOn(at.atZone(timeZone).toLocalDate()));
      case CourseState.Standing(List<Progress> statements) ->
          assess(statements, course.orElseThrow(), learner.orElseThrow());
    };
  }

  /// The statements of a progress that must be at hand to assess it, and some more: see
  /// [CourseProgress#keeping].
  ///
  /// @param kept how many statements are kept with the activity so far
  /// @param course the catalogue's entry; empty where there is none
  public CourseProgress condensed(CourseProgress progress, int kept, Optional<Course> course) {
    return progress.keeping(
        Math.max(MOST_STATEMENTS, kept - MOST_LEFT_OUT),
        statement -> course.filter(known -> earns(statement, known)).isPresent());
  }

  /// Whether [#condensed] may have left statements out of a progress, by these rules or others.
  public static boolean mayLackStatements(CourseProgress kept) {
    return kept.open().size() >= MOST_STATEMENTS;
  }

  private boolean earns(Progress statement, Course course) {
    return rules
        .inForceOn(dayOf(statement))
        .map(edition -> CoursePay.of(statement.step(), course, edition.tariff()))
        .filter(CoursePay.Points.class::isInstance)
        .isPresent();
  }

  private LocalDate dayOf(Progress statement) {
    return statement.at().atZone(timeZone).toLocalDate();
  }

  private Decision assess(List<Progress> statements, Course course, Person learner) {
    List<Decision> decisions =
        statements.stream().map(statement -> assess(statement, course, learner)).toList();
    return decisions.stream()
        .filter(Granted.class::isInstance)
        .findFirst()
        .orElseGet(decisions::getFirst);
  }

  private Decision assess(Progress statement, Course course, Person learner) {
    LocalDate earnedOn = dayOf(statement);
    Optional<Edition> inForce = rules.inForceOn(earnedOn);
    if (inForce.isEmpty()) {
      return BeforeProgram.refusal(rules, earnedOn);
    }
    Edition edition = inForce.get();
    return switch (CoursePay.of(statement.step(), course, edition.tariff())) {
      case CoursePay.Nothing(String why) -> new Refused(Optional.of(edition.id()), why);
      case CoursePay.Points(long points, String arithmetic) -> {
        Share share = new Share(learner, Fraction.of(points, 1), points, true);
        yield new Granted(
            new Award(edition.id(), points, statement.at(), earnedOn, arithmetic, List.of(share)),
            arithmetic);
      }
    };
  }
}
