package services.dataminer.points.program.award;

import java.util.Optional;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.rules.CourseRule;
import services.dataminer.points.program.rules.Range;
import services.dataminer.points.program.rules.Tariff;

/// What one statement is worth by the catalogue, within what the rules allow.
sealed interface CoursePay {

  /// What a statement reports, where it can earn points.
  enum Achievement {
    ENROLLING("enrolling in"),
    COMPLETING("completing"),
    PASSING("passing");

    private final String worded;

    Achievement(String worded) {
      this.worded = worded;
    }

    /// As told in reasons: `enrolling in Agile`.
    String in(Course course) {
      return worded + " " + course.title();
    }
  }

  /// @param points whole points, positive
  /// @param arithmetic them and what they are for, worded for the people concerned
  record Points(long points, String arithmetic) implements CoursePay {}

  /// @param why worded for the people concerned
  record Nothing(String why) implements CoursePay {}

  static CoursePay of(Step step, Course course, Tariff rules) {
    return switch (course.pays()) {
      case Course.ForCourse pays -> ofCourse(step, course, pays, rules.courses());
      case Course.ForQuiz pays -> ofQuiz(step, course, pays, rules);
    };
  }

  private static CoursePay ofCourse(
      Step step, Course course, Course.ForCourse pays, CourseRule rule) {
    if (!rule.counts(course.id())) {
      return new Nothing(Reasons.courseDoesNotCount(course));
    }
    return switch (step) {
      case ENROLLED -> within(rule.enrolled(), pays.enrolled(), Achievement.ENROLLING, course);
      case COMPLETED, SUCCEEDED ->
          within(rule.completed(), pays.completed(), Achievement.COMPLETING, course);
      case PASSED -> new Nothing(Reasons.courseIsNotPassed(course));
      case UNCOMPLETED -> new Nothing(Reasons.NOT_COMPLETED);
    };
  }

  private static CoursePay ofQuiz(Step step, Course course, Course.ForQuiz pays, Tariff rules) {
    return switch (step) {
      case ENROLLED, COMPLETED -> new Nothing(Reasons.quizIsPassed(course));
      case UNCOMPLETED -> new Nothing(Reasons.NOT_COMPLETED);
      case SUCCEEDED, PASSED ->
          within(
              Optional.of(rules.quizzes().passed()),
              Optional.of(pays.passed()),
              Achievement.PASSING,
              course);
    };
  }

  private static CoursePay within(
      Optional<Range> allowed, Optional<Long> catalogued, Achievement what, Course course) {
    if (allowed.isEmpty()) {
      return new Nothing(Reasons.earnsNothingByRules(what, course));
    }
    if (catalogued.isEmpty()) {
      return new Nothing(Reasons.earnsNothingByCatalogue(what, course));
    }
    long points = catalogued.get();
    return allowed.get().holds(points)
        ? new Points(points, Reasons.coursePays(points, what, course))
        : new Nothing(Reasons.catalogueAgainstRules(points, what, course, allowed.get()));
  }
}
