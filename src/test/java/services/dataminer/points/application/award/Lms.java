package services.dataminer.points.application.award;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.CourseMessage.Progressed;
import services.dataminer.points.application.message.CourseMessage.Statement;
import services.dataminer.points.application.message.CourseMessage.Voids;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.CourseFact.Step;

/// What a learning management system tells, and whom and what it tells it of.
final class Lms {

  static final String AGILE = "https://lms.example/course/view.php?id=2";
  static final String SELF_TEST = "https://lms.example/mod/quiz/view.php?id=7";
  static final Address ADAS_MAIL = new Address("mailto:ada@acme.example");
  static final Address ADAS_ACCOUNT = new Address("account:https://lms.example|42");

  /// SHA-1 of `mailto:ada@acme.example`.
  static final Address ADAS_SHA1 = new Address("sha1:7baab784ecac514713b2832f7ad61a568a94121a");

  static final Address ADAS_OPEN_ID = new Address("openid:https://ada.id.example/");

  private Lms() {}

  static Course agile() {
    return new Course(
        AGILE, "Agile Deployment", new Course.ForCourse(Optional.of(10L), Optional.of(50L)));
  }

  static Course selfTest() {
    return new Course(SELF_TEST, "Self-test", new Course.ForQuiz(25));
  }

  /// A member known by every identity above.
  static Member ada() {
    return member("ada", List.of("ada@acme.example"), "42");
  }

  static Member member(String id, List<String> emails, String... accounts) {
    return new Member(
        id,
        id,
        emails,
        Arrays.stream(accounts)
            .map(name -> new Member.Account("https://lms.example", name))
            .toList(),
        id.equals("ada") ? List.of("https://ada.id.example/") : List.of(),
        Optional.empty(),
        LocalDate.parse("2023-04-12"),
        true,
        Map.of());
  }

  /// A statement, whose content is all in the arguments.
  static Progressed told(String id, Address who, String courseId, Step step, String at) {
    Instant timestamp = Instant.parse(at);
    String content = String.join(" ", who.value(), courseId, step.name(), at);
    String digest = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    return new Progressed(
        CourseMessage.SCHEMA, new Statement(id, digest, "lms", timestamp), who, courseId, step);
  }

  /// A UUID made of a number.
  static String uuid(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  static Progressed completed(String id, Address who, String at) {
    return told(id, who, AGILE, Step.COMPLETED, at);
  }

  static Voids voids(String id, String voidedId) {
    return new Voids(
        CourseMessage.SCHEMA,
        new Statement(id, "voids " + voidedId, "lms", Instant.parse("2026-06-01T00:00:00Z")),
        voidedId);
  }
}
