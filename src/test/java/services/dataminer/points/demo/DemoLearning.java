package services.dataminer.points.demo;

import static services.dataminer.points.demo.DemoDirectory.address;
import static services.dataminer.points.demo.DemoDirectory.courseId;

import java.util.List;
import services.dataminer.points.e2e.Xapi;

/// Courses and quizzes, as a learning platform reports them: one that the catalogue lacks, and one
/// under an id that the catalogue has in another spelling.
final class DemoLearning {

  private static final String MISSING = courseId(17);
  private static final String MISSPELT = courseId(3).replace("https:", "http:");

  private final DemoCalls calls;

  DemoLearning(DemoCalls calls) {
    this.calls = calls;
  }

  List<Happening> happenings() {
    return List.of(
        registered(400, "ada", 5),
        completed(392, "ada", 5),
        passed(391, "ada", 13),
        completed(370, "emma", 5),
        registered(300, "ben", 2),
        completed(296, "ben", 2),
        registered(228, "ada", 2),
        completed(220, "ada", 2),
        failed(219, "ada", 12),
        passed(218, "ada", 12),
        passed(205, "grace", 13),
        completed(200, "dmitri", 2),
        registered(170, "layla", 5),
        completed(161, "layla", 5),
        passed(160, "layla", 13),
        failed(150, "frank", 15),
        completed(140, "robert", 5),
        registered(120, "ada", 3),
        completed(112, "ada", 3),
        completed(100, "hugo", 5),
        passed(97, "chen", 15),
        passed(52, "ada", 15),
        registered(45, "ines", 2),
        completed(33, "emma", 2),
        unlisted(24, "ben", MISSING, "Dashboards in an Hour"),
        unlisted(20, "grace", MISSING, "Dashboards in an Hour"),
        unlisted(13, "emma", MISSPELT, "Selling Automation"),
        unlisted(8, "layla", MISSING, "Dashboards in an Hour"),
        registered(6, "robert", 3));
  }

  private Happening registered(int daysAgo, String person, int course) {
    return happening(
        daysAgo, Xapi.registered(mailbox(person), courseId(course), at(daysAgo)).json());
  }

  private Happening completed(int daysAgo, String person, int course) {
    return happening(
        daysAgo, Xapi.completed(mailbox(person), courseId(course), at(daysAgo)).json());
  }

  private Happening passed(int daysAgo, String person, int quiz) {
    return happening(daysAgo, Xapi.passed(mailbox(person), courseId(quiz), at(daysAgo)).json());
  }

  private Happening failed(int daysAgo, String person, int quiz) {
    return happening(daysAgo, Xapi.failed(mailbox(person), courseId(quiz), at(daysAgo)).json());
  }

  private Happening unlisted(int daysAgo, String person, String object, String title) {
    return happening(daysAgo, Xapi.completed(mailbox(person), object, at(daysAgo)).titled(title));
  }

  private Happening happening(int daysAgo, String statement) {
    return new Happening(daysAgo, () -> calls.points().lms(statement).expect(200));
  }

  private static String mailbox(String person) {
    return Xapi.mailbox(address(person));
  }

  private String at(int daysAgo) {
    return calls.at(daysAgo, 13).toString();
  }
}
