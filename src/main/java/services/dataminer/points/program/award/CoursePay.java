package services.dataminer.points.program.award;

import java.util.Optional;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.rules.CourseRule;
import services.dataminer.points.program.rules.Range;
import services.dataminer.points.program.rules.Tariff;

/// What one statement is worth by the catalogue, within what the rules allow.
sealed interface CoursePay {

  String NOT_COMPLETED = "not completed after all";

  /// @param points whole points, positive
  /// @param what what they are for, such as `completing Agile Deployment`
  record Points(long points, String what) implements CoursePay {}

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
      return new Nothing("the course " + course.title() + " is not one of those that count");
    }
    return switch (step) {
      case ENROLLED -> within(rule.enrolled(), pays.enrolled(), "enrolling in " + course.title());
      case COMPLETED, SUCCEEDED ->
          within(rule.completed(), pays.completed(), "completing " + course.title());
      case PASSED ->
          new Nothing(course.title() + " is a course: it pays for completing, not for passing");
      case UNCOMPLETED -> new Nothing(NOT_COMPLETED);
    };
  }

  private static CoursePay ofQuiz(Step step, Course course, Course.ForQuiz pays, Tariff rules) {
    return switch (step) {
      case ENROLLED, COMPLETED ->
          new Nothing(course.title() + " is a quiz: it pays for passing, and for nothing else");
      case UNCOMPLETED -> new Nothing(NOT_COMPLETED);
      case SUCCEEDED, PASSED ->
          within(
              Optional.of(rules.quizzes().passed()),
              Optional.of(pays.passed()),
              "passing " + course.title());
    };
  }

  private static CoursePay within(Optional<Range> allowed, Optional<Long> points, String what) {
    if (allowed.isEmpty() || points.isEmpty()) {
      return new Nothing(
          what + " pays nothing by the " + (allowed.isEmpty() ? "rules" : "catalogue"));
    }
    return allowed.get().holds(points.get())
        ? new Points(points.get(), what)
        : new Nothing(
            "the catalogue gives %s for %s, and the rules allow %s"
                .formatted(Arithmetic.points(points.get()), what, allowed.get().worded()));
  }
}
