package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import services.dataminer.points.application.directory.SaveCourse;
import services.dataminer.points.functions.field.PreviewParameter;
import services.dataminer.points.ledger.directory.Courses;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.SaveOutcome;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.address.Iri;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.Range;
import services.dataminer.points.program.rules.RuleBook;

/// `/v1/courses?id=...`: an entry of the training catalogue, by its id at the learning management
/// system. That is an IRI, and so no part of the path.
@Singleton
class CourseResource {

  private static final int LONGEST_TITLE = 200;

  private final Courses courses;
  private final SaveCourse saving;
  private final AdminAccess access;
  private final RuleBook rules;
  private final ZoneId timeZone;

  /// @param timeZone the program's, in which rules are in force
  CourseResource(
      Courses courses, SaveCourse saving, AdminAccess access, RuleBook rules, ZoneId timeZone) {
    this.courses = courses;
    this.saving = saving;
    this.access = access;
    this.rules = rules;
    this.timeZone = timeZone;
  }

  /// What an entry is, in the words of the API.
  enum Kind {
    COURSE,
    QUIZ
  }

  record Points(Optional<Long> enrolled, Optional<Long> completed, Optional<Long> passed) {}

  record CourseView(String id, String title, Kind kind, Points points) {

    static CourseView of(Course course) {
      return switch (course.pays()) {
        case Course.ForCourse(Optional<Long> enrolled, Optional<Long> completed) ->
            new CourseView(
                course.id(),
                course.title(),
                Kind.COURSE,
                new Points(enrolled, completed, Optional.empty()));
        case Course.ForQuiz(long passed) ->
            new CourseView(
                course.id(),
                course.title(),
                Kind.QUIZ,
                new Points(Optional.empty(), Optional.empty(), Optional.of(passed)));
      };
    }
  }

  /// Whether a call names one entry, rather than the catalogue.
  static boolean isNamed(Request request) {
    return request.query(ChosenId.FIELD).isPresent();
  }

  APIGatewayV2HTTPResponse get(Request request) {
    String id = request.query(ChosenId.FIELD).orElseThrow();
    return courses
        .find(id)
        .map(course -> Responses.ok(CourseView.of(course)))
        .orElseThrow(() -> Problem.unknown("course or quiz", id).asException());
  }

  /// Enters a course or quiz, or tells what that would come to.
  APIGatewayV2HTTPResponse put(Request request) {
    Editor editor = access.editor(request);
    // An entry must keep the rules of today; what it pays is assessed by those of the day of
    // earning.
    Edition edition = rules.inForceOrFirst(LocalDate.ofInstant(request.receivedAt(), timeZone));
    Course course =
        Fields.strict(request.json(DirectoryEntry.LIMIT_BYTES))
            .read(body -> course(request, body, edition));
    SaveOutcome.Done done =
        PreviewParameter.isSet(request) ? saving.preview(course) : saving.save(course, editor);
    return DirectoryEntry.answer(done, CourseView.of(course));
  }

  private static Course course(Request request, Fields body, Edition edition) {
    String id =
        body.beside(ChosenId.FIELD, request.query(ChosenId.FIELD))
            .text(Iri.SHAPE, "an IRI such as https://lms.example/course/view.php?id=2");
    String title = body.words("title", LONGEST_TITLE);
    Kind kind = body.at("kind").oneOf(Kind.class);
    Course.Pays pays =
        body.at("points")
            .object(
                points ->
                    switch (kind) {
                      case COURSE -> forCourse(points, edition);
                      case QUIZ ->
                          new Course.ForQuiz(
                              within(points, "passed", edition.tariff().quizzes().passed()));
                    });
    return new Course(id, title, pays);
  }

  private static Course.Pays forCourse(Fields points, Edition edition) {
    var rule = edition.tariff().courses();
    Optional<Long> enrolled = within(points, "enrolled", rule.enrolled(), edition);
    Optional<Long> completed = within(points, "completed", rule.completed(), edition);
    if (enrolled.isEmpty() && completed.isEmpty() && points.sound("enrolled", "completed")) {
      points.addViolation(
          "completed", "is missing: a course awards points for enrolling, completing or both");
    }
    return new Course.ForCourse(enrolled, completed);
  }

  private static Optional<Long> within(
      Fields points, String name, Optional<Range> allowed, Edition edition) {
    if (points.has(name) && allowed.isEmpty()) {
      points.addViolation(
          name, "earns nothing under the rules of %s: omit it".formatted(edition.id()));
      return Optional.empty();
    }
    return points.has(name) ? Optional.of(within(points, name, allowed.get())) : Optional.empty();
  }

  private static long within(Fields points, String name, Range allowed) {
    return points.whole(name, allowed.least(), allowed.most());
  }
}
