package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.Lms.ADAS_ACCOUNT;
import static services.dataminer.points.application.award.Lms.ADAS_MAIL;
import static services.dataminer.points.application.award.Lms.AGILE;
import static services.dataminer.points.application.award.Lms.completed;
import static services.dataminer.points.application.award.Lms.told;
import static services.dataminer.points.application.award.Lms.voids;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Writes;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.ledger.directory.MissingCourses;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.Retraction;
import services.dataminer.points.program.award.ActivityState;

/// What statements tell of and the catalogue lacks: small, forgotten in time, and assessed as if it
/// had been there all along once it is entered.
@WholeSuite
class MissingCatalogueTest {

  private static final ActivityId OWN = ActivityId.ofMember("ada", AGILE, Milestone.DONE);

  private final Writes writes = new Writes();
  private final LocalTable local = LocalTable.fresh();
  private final Program program = new Program(local.through(writes));

  private List<MissingCourses.Missing> missing() {
    return new MissingCourses(local.table()).page(Optional.empty(), 100).items();
  }

  private long expiresAt(String key) {
    return Stored.items(local)
        .filter(item -> Stored.key(item).startsWith(key))
        .mapToLong(item -> Long.parseLong(item.get(Expiry.ATTRIBUTE).n()))
        .min()
        .orElseThrow();
  }

  @Test
  @DisplayName("all that is written of it is forgotten, at the earliest after 400 days")
  void forgotten() {
    program.member(Lms.ada());
    program.tell(
        completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"),
        completed("s2", ADAS_MAIL, "2026-04-02T10:00:00Z"),
        completed("s3", new Address("mailto:eve@acme.example"), "2026-04-01T10:00:00Z"),
        voids("v1", "s2"));

    assertThat(Stored.keptForEver(local)).isEmpty();
    long after = Program.RECORDED_AT.plus(Duration.ofDays(400)).getEpochSecond();
    assertThat(
            Stored.items(local)
                .filter(item -> item.containsKey(Expiry.ATTRIBUTE))
                .map(item -> Long.parseLong(item.get(Expiry.ATTRIBUTE).n())))
        .hasSizeGreaterThan(10)
        .allMatch(end -> end >= after);
  }

  @Test
  @DisplayName("a statement of something else is one write of the activity, a repeated one is none")
  void repeated() {
    program.member(Lms.ada());
    writes.clear();

    program.tell(completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"));

    assertThat(writes.requests()).isEqualTo(1);
    assertThat(writes.units()).isLessThanOrEqualTo(18);
    writes.clear();
    for (int n = 2; n <= 50; n++) {
      program.tell(completed("s" + n, ADAS_ACCOUNT, "2026-03-01T10:00:00Z"));
    }
    assertThat(writes.requests()).isEqualTo(49);
    assertThat(writes.units()).isEqualTo(49 * 6);
    assertThat(writes.changed())
        .hasSize(2 * 49)
        .allMatch(key -> key.matches("STATEMENT#\\S+ STATEMENT#.*|ACTIVITY#\\S+ STATEMENT#.*"));
  }

  @Test
  @DisplayName("the list is written for an object's first person and not for the others")
  void listedOnce() {
    for (int person = 0; person < 20; person++) {
      program.tell(
          completed(
              "s" + person,
              new Address("mailto:p" + person + "@acme.example"),
              "2026-04-01T10:00:00Z"));
    }

    assertThat(writes.changed()).filteredOn(key -> key.startsWith("MISSING")).hasSize(1);
    assertThat(missing())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.people()).isEqualTo(20);
              assertThat(one.statements()).isEqualTo(20);
            });
  }

  @Test
  @DisplayName("people are counted once, whatever arrives twice and under whichever of their names")
  void counted() {
    program.member(Lms.ada());
    var completed = completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z");
    program.tell(
        completed,
        completed,
        completed("s2", ADAS_ACCOUNT, "2026-04-02T10:00:00Z"),
        told("s3", ADAS_MAIL, AGILE, Step.ENROLLED, "2026-03-01T10:00:00Z"),
        completed("s4", new Address("mailto:eve@acme.example"), "2026-04-01T10:00:00Z"));

    assertThat(missing())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.people()).isEqualTo(2);
              assertThat(one.statements()).isEqualTo(3);
              assertThat(one.firstSeen()).isEqualTo(Program.RECORDED_AT);
              assertThat(one.lastSeen()).isEqualTo(Program.RECORDED_AT);
            });
  }

  @Test
  @DisplayName("a late entry pays by the earliest that stands, and nothing of it is forgotten then")
  void enteredLate() {
    program.member(Lms.ada());
    program.tell(
        completed("s1", ADAS_MAIL, "2026-04-03T10:00:00Z"),
        completed("s2", ADAS_MAIL, "2026-04-01T10:00:00Z"),
        completed("s3", ADAS_MAIL, "2026-04-02T10:00:00Z"),
        voids("v1", "s2"));
    assertThat(program.view(OWN).state()).isEqualTo(ActivityState.WAITING);
    assertThat(program.entriesOf("ada")).isEmpty();

    program.course(Lms.agile());

    assertThat(program.entriesOf("ada"))
        .singleElement()
        .extracting(Entry::at)
        .isEqualTo(Instant.parse("2026-04-02T10:00:00Z"));
    assertThat(Stored.expiring(local)).isEmpty();
    assertThat(missing()).isEmpty();
    program.tell(voids("v2", "s3"));
    assertThat(program.balanceOf("ada")).isEqualTo(50);
    program.tell(voids("v3", "s1"));
    assertThat(program.balanceOf("ada")).isZero();
  }

  @Test
  @DisplayName(
      "what was reported as not completed meanwhile is honoured, and can be completed anew")
  void uncompletedMeanwhile() {
    program.member(Lms.ada());
    program.tell(
        completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"),
        told("u1", ADAS_ACCOUNT, AGILE, Step.UNCOMPLETED, "2026-04-02T10:00:00Z"));

    program.course(Lms.agile());

    assertThat(program.entriesOf("ada")).isEmpty();
    assertThat(program.view(OWN).state()).isEqualTo(ActivityState.CANCELLED);
    assertThat(program.activitiesOf("ada")).containsExactly(OWN);
    program.tell(completed("s2", ADAS_MAIL, "2026-04-03T10:00:00Z"));
    assertThat(program.balanceOf("ada")).isEqualTo(50);
  }

  @Test
  @DisplayName("a statement that arrives between the entry and its judgement keeps everything")
  void statementBeforeTheAssessment() {
    program.member(Lms.ada());
    program.tell(completed("s1", ADAS_MAIL, "2026-04-02T10:00:00Z"));
    program.courseUnheard(Lms.agile());

    program.tell(completed("s2", ADAS_MAIL, "2026-04-03T10:00:00Z"));

    assertThat(program.entriesOf("ada"))
        .singleElement()
        .extracting(Entry::at)
        .isEqualTo(Instant.parse("2026-04-02T10:00:00Z"));
    assertThat(Stored.expiring(local)).isEmpty();
  }

  @Test
  @DisplayName("whoever has not signed up when the course is entered is not forgotten either")
  void unknownLearner() {
    program.tell(completed("s1", ADAS_MAIL, "2026-04-02T10:00:00Z"));

    program.course(Lms.agile());

    assertThat(Stored.expiring(local)).isEmpty();
    program.member(Lms.ada());
    assertThat(program.balanceOf("ada")).isEqualTo(50);
  }

  @Test
  @DisplayName("a void finds a statement that was handed over before the course was entered")
  void handedOver() {
    program.tell(
        completed("s1", ADAS_MAIL, "2026-04-02T10:00:00Z"),
        completed("s2", ADAS_MAIL, "2026-04-03T10:00:00Z"));
    program.member(Lms.ada());
    assertThat(Stored.keptForEver(local)).isEmpty();
    program.course(Lms.agile());
    assertThat(program.balanceOf("ada")).isEqualTo(50);

    program.tell(voids("v1", "s2"));
    assertThat(program.balanceOf("ada")).isEqualTo(50);
    program.tell(voids("v2", "s1"));

    assertThat(program.balanceOf("ada")).isZero();
    assertThat(Stored.expiring(local)).isEmpty();
  }

  @Test
  @DisplayName("a statement of another month prolongs the wait, and one of the same month does not")
  void prolonged() {
    program.member(Lms.ada());
    program.tell(completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"));
    long end = expiresAt("ACTIVITY#" + OWN + " ACTIVITY");

    program.tellOn(
        Program.RECORDED_AT.plus(Duration.ofDays(29)),
        completed("s2", ADAS_MAIL, "2026-04-02T10:00:00Z"));
    assertThat(expiresAt("ACTIVITY#" + OWN + " ACTIVITY")).isEqualTo(end);

    Instant later = Program.RECORDED_AT.plus(Duration.ofDays(31));
    program.tellOn(later, completed("s3", ADAS_MAIL, "2026-04-03T10:00:00Z"));

    long least = later.plus(Duration.ofDays(400)).getEpochSecond();
    assertThat(expiresAt("ACTIVITY#" + OWN + " ACTIVITY")).isGreaterThan(least);
    assertThat(expiresAt("MEMBER#ada PART#")).isGreaterThan(least);
    assertThat(expiresAt("COURSE#")).isGreaterThan(least);
    assertThat(expiresAt("MISSING")).isGreaterThan(least);
    assertThat(expiresAt("STATEMENT#s1")).isEqualTo(end);
    program.course(Lms.agile());
    assertThat(program.entriesOf("ada").getFirst().at()).isEqualTo("2026-04-01T10:00:00Z");
  }

  @Test
  @DisplayName(
      "what an administrator took back while it waited stays so when the course is entered")
  void takenBack() {
    program.member(Lms.ada());
    program.tell(completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"));
    program.tell(
        new CourseMessage.Retract(
            CourseMessage.SCHEMA, OWN, new Retraction(Program.RECORDED_AT, "grace", "a test")));
    assertThat(Stored.keptForEver(local)).anyMatch(key -> key.endsWith(OWN + " ACTIVITY"));

    program.course(Lms.agile());
    program.tell(completed("s2", ADAS_MAIL, "2026-04-01T10:00:00Z"));

    assertThat(program.entriesOf("ada")).isEmpty();
  }

  @Test
  @DisplayName("a void of what was forgotten is noted and changes nothing")
  void voidOfTheForgotten() {
    program.member(Lms.ada());
    program.tell(completed("s1", ADAS_MAIL, "2026-04-01T10:00:00Z"));
    Stored.items(local)
        .filter(item -> Stored.key(item).endsWith(" ACTIVITY"))
        .forEach(
            item ->
                local
                    .client()
                    .deleteItem(
                        delete ->
                            delete
                                .tableName(local.name())
                                .key(Map.of("pk", item.get("pk"), "sk", item.get("sk")))));

    program.tell(voids("v1", "s1"));
    program.course(Lms.agile());

    assertThat(program.entriesOf("ada")).isEmpty();
  }
}
