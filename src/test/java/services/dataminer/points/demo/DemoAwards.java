package services.dataminer.points.demo;

import static services.dataminer.points.demo.DemoCalls.object;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What administrators decide: hosted events, use cases, contributions up to their caps, a
/// correction and a retraction.
final class DemoAwards {

  private final DemoCalls calls;
  private final List<Happening> happenings = new ArrayList<>();

  DemoAwards(DemoCalls calls) {
    this.calls = calls;
  }

  List<Happening> happenings() {
    events();
    useCases();
    ofChen();
    ofDmitri();
    community();
    capped();
    corrections();
    return List.copyOf(happenings);
  }

  private void events() {
    event(150, "inspire-ghent", "Inspire on tour, Ghent", "INSPIRE", 1000, 800, "ada", "ben");
    event(265, "inspire-lyon", "Inspire on tour, Lyon", "INSPIRE", 1000, 1000, "ada", "chen");
    event(58, "empower-oslo", "Empower on tour, Oslo", "EMPOWER", 900, 900, "emma", "dmitri");
  }

  private void event(
      int daysAgo,
      String id,
      String title,
      String series,
      int firstDay,
      int secondDay,
      String... people) {
    LocalDate last = calls.day(daysAgo);
    List<Map<String, Object>> days =
        List.of(
            object("date", last.minusDays(1), "points", firstDay),
            object("date", last, "points", secondDay));
    happen(
        daysAgo,
        "/v1/hosted-events",
        "id",
        id,
        "title",
        title,
        "series",
        series,
        "days",
        days,
        "people",
        List.of(people));
  }

  private void useCases() {
    useCase(310, "remote-commentary", "Remote commentary", 1000, "ada", "chen");
    useCase(185, "cloud-playout", "Cloud playout", 750, "ada");
    useCase(88, "satellite-scheduling", "Satellite scheduling", 600, "emma", "hugo");
    useCase(27, "ip-gateway-health", "IP gateway health", 500, "layla", "ada");
  }

  private void useCase(int daysAgo, String id, String title, int points, String... authors) {
    happen(
        daysAgo,
        "/v1/use-cases/" + id + "/acceptance",
        "title",
        title,
        "authors",
        List.of(authors),
        "points",
        points,
        "acceptedOn",
        calls.day(daysAgo));
  }

  /// A Catalyst: more than 15,000 points within a membership year.
  private void ofChen() {
    ranged(280, "chen", "blog-post", 5000);
    ranged(210, "chen", "add-documentation", 3000);
    fixed(165, "chen", "retro-recipe");
    ranged(130, "chen", "blog-post", 4000);
    ranged(48, "chen", "solution", 2500);
  }

  /// Enabler in his first year, Advocate after the second, Enabler again in the third.
  private void ofDmitri() {
    ranged(620, "dmitri", "blog-post", 3500);
    ranged(540, "dmitri", "solution", 1900);
    fixed(360, "dmitri", "attend-training-day");
    fixed(230, "dmitri", "internal-training-day");
    ranged(41, "dmitri", "blog-post", 4500);
  }

  private void community() {
    ranged(345, "ada", "blog-post", 2500);
    fixed(225, "ada", "answer-question");
    fixed(190, "ada", "answer-selected-best");
    fixed(143, "ada", "kata-within-a-week");
    fixed(31, "ada", "answer-question");
    fixed(1, "ada", "answer-question");
    fixed(260, "grace", "attend-training-day");
    ranged(180, "grace", "certification", 500);
    fixed(115, "grace", "documentation-issue");
    fixed(330, "frank", "ask-question");
    fixed(240, "frank", "kata");
    ranged(110, "frank", "correct-documentation", 40);
    fixed(155, "ines", "ask-question");
    fixed(148, "ines", "receive-upvote");
    fixed(105, "ines", "answer-selected-best");
    fixed(62, "ines", "receive-downvote");
    ranged(38, "ines", "solution", 750);
    fixed(195, "robert", "linkedin-headline");
    fixed(79, "robert", "kata");
    fixed(134, "hugo", "assignment");
  }

  /// What goes beyond a cap is refused.
  private void capped() {
    LocalDate month = calls.today().withDayOfMonth(1).minusMonths(1);
    for (int day : new int[] {4, 11, 18}) {
      LocalDate then = month.withDayOfMonth(day);
      int daysAgo = (int) (calls.today().toEpochDay() - then.toEpochDay());
      happenings.add(contribution(daysAgo, then, "ada", "feedback", 0));
    }
    fixed(70, "robert", "linkedin-headline");
  }

  private void corrections() {
    happen(
        66,
        "/v1/adjustments",
        "id",
        "hugo-assignment",
        "memberId",
        "hugo",
        "points",
        -50,
        "reason",
        "assignment was handed in by two people",
        "occurredAt",
        calls.at(66, 9));
    happenings.add(contribution(55, calls.day(55), "ben", "documentation-issue", 0));
    happen(
        54,
        "/v1/activities/contribution:%s/retraction"
            .formatted(id(calls.day(55), "ben", "documentation-issue")),
        "reason",
        "the issue had been reported before");
  }

  private void fixed(int daysAgo, String person, String action) {
    ranged(daysAgo, person, action, 0);
  }

  private void ranged(int daysAgo, String person, String action, int points) {
    happenings.add(contribution(daysAgo, calls.day(daysAgo), person, action, points));
  }

  /// @param points 0 where the rules have a figure
  private Happening contribution(
      int daysAgo, LocalDate day, String person, String action, int points) {
    Map<String, Object> body =
        object(
            "id",
            id(day, person, action),
            "memberId",
            person,
            "action",
            action,
            "occurredAt",
            day.atTime(10, 0).toInstant(ZoneOffset.UTC));
    if (points > 0) {
      body.put("points", points);
    }
    return new Happening(daysAgo, () -> calls.decide("/v1/contributions", body));
  }

  private static String id(LocalDate day, String person, String action) {
    return person + "-" + action + "-" + day;
  }

  private void happen(int daysAgo, String path, Object... fields) {
    happenings.add(new Happening(daysAgo, () -> calls.decide(path, object(fields))));
  }
}
