package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.AwardBasis;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.activity.Retraction;
import services.dataminer.points.program.fixture.Recordings;
import services.dataminer.points.program.rules.RuleBook;

/// A membership year in which something of every kind happens, always the same, whatever the rules.
final class BusyYear {

  static final List<String> MEMBERS = List.of("ada", "ben", "cleo", "dora");
  static final LocalDate DAY = LocalDate.parse("2026-09-20");

  private static final String ADA = "ada@acme.example";
  private static final String BEN = "ben@acme.example";
  private static final String DORA = "dora@acme.example";
  private static final String CARL = "carl@customer.example";

  private final Program program;
  private Instant recordedAt = Instant.parse("2026-10-20T09:00:00Z");

  private BusyYear(Program program) {
    this.program = program;
  }

  static void in(Program program) {
    var year = new BusyYear(program);
    year.people();
    year.meetings();
    year.learn();
    year.record();
    program.night(CalendarFacts.NIGHT_AFTER_IBC);
  }

  /// The shipped rule book with another text in it.
  static RuleBook draft(String shipped, String other) {
    try (InputStream file = RuleBookYaml.class.getResourceAsStream("/rules/program.yaml")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains(shipped);
      return RuleBookYaml.read("draft", text.replace(shipped, other.replace('⏎', '\n')));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void people() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.member("ben", "acme", BEN);
    program.member(
        new Member(
            "cleo",
            "Cleo",
            List.of("cleo@home.example"),
            List.of(),
            List.of(),
            Optional.empty(),
            LocalDate.parse("2026-05-02"),
            true,
            Map.of()));
    program.show(CalendarFacts.IBC, CalendarFacts.BOOTH);
    program.course(Lms.agile());
    program.course(Lms.selfTest());
  }

  private void meetings() {
    call("year-before", "2026-03-30T10:00:00Z", ADA, CARL);
    call("spring", "2026-05-04T10:00:00Z", ADA, BEN, DORA, CARL);
    call("autumn", "2026-10-14T10:00:00Z", BEN, ADA, CARL);
    call("winter", "2026-11-20T10:00:00Z", ADA, BEN, CARL);
    call("nobody-outside", "2026-11-21T10:00:00Z", ADA, BEN);
    booth("booth-1", ADA, BEN, DORA);
    booth("booth-2", ADA, CARL);
    booth("booth-3", BEN, ADA, CARL);
    booth("booth-4", ADA, BEN, CARL);
    program.tell(ActivityId.calcom("booth-4"), CalendarFacts.absent(BEN, "2026-09-12T11:00:00Z"));
    // Those who sign up late have their shares all the same.
    program.member("dora", "acme", DORA);
  }

  private void call(String uid, String startsAt, String... attendees) {
    Instant at = Instant.parse(startsAt);
    meeting(
        uid,
        CalendarFacts.booked(
            Medium.VIDEO_CALL, Optional.empty(), at.minusSeconds(86_400), at, attendees),
        new MeetingFact.Ended(at.plusSeconds(1800)));
  }

  private void booth(String uid, String... attendees) {
    meeting(uid, CalendarFacts.boothMeeting(attendees), CalendarFacts.ended());
  }

  private void meeting(String uid, MeetingFact... facts) {
    program.tell(ActivityId.calcom(uid), facts);
  }

  /// More statements than an activity keeps among them: only the last passes.
  private void learn() {
    program.tell(
        Lms.told("e-1", Lms.ADAS_MAIL, Lms.AGILE, Step.ENROLLED, "2026-05-01T10:00:00Z"),
        Lms.completed("s-1", Lms.ADAS_MAIL, "2026-05-03T10:00:00Z"));
    Instant at = Instant.parse("2026-06-01T10:00:00Z");
    for (int n = 0; n < 14; n++) {
      Step step = n < 13 ? Step.COMPLETED : Step.PASSED;
      program.tell(
          Lms.told(Lms.uuid(n), Lms.ADAS_MAIL, Lms.SELF_TEST, step, at.plusSeconds(n).toString()));
    }
  }

  private void record() {
    recorded("ghent", Recordings.event(List.of("2026-10-01 1000", "2026-10-02 777"), "ada ben"));
    recorded("uc-1", Recordings.useCase(401, "2026-10-05", "ada ben cleo"));
    recorded("uc-2", Recordings.useCase(900, "2026-10-06", "cleo"));
    recorded("adj", Recordings.adjustment(-20, "booked twice", "2026-10-06T10:00:00Z"));
    feedback("f-0", "ada", "2026-04-02T10:00:00Z");
    feedback("f-1", "ada", "2026-04-20T10:00:00Z");
    feedback("f-2", "ada", "2026-04-21T10:00:00Z");
    ActivityId retracted = feedback("f-3", "ada", "2026-10-05T10:00:00Z");
    feedback("f-4", "ada", "2026-10-06T10:00:00Z");
    feedback("f-5", "ada", "2026-10-07T10:00:00Z");
    recordedAt = recordedAt.plusSeconds(60);
    program.tell(retracted, new Retraction(recordedAt, "grace", "not by Ada"));
    feedback("f-6", "ada", "2026-10-08T10:00:00Z");
    feedback("f-7", "cleo", "2026-10-08T10:00:00Z");
    contributed("title", "cleo", "job-title", Optional.empty(), "2026-10-09T10:00:00Z");
    contributed("talk", "cleo", "speak", Optional.empty(), "2026-10-10T10:00:00Z");
    contributed("post", "cleo", "blog-post", Optional.of(2500L), "2026-10-11T10:00:00Z");
    contributed("down", "ben", "receive-downvote", Optional.empty(), "2026-10-12T10:00:00Z");
  }

  private ActivityId feedback(String id, String member, String at) {
    return contributed(id, member, "feedback", Optional.empty(), at);
  }

  private ActivityId contributed(
      String id, String member, String action, Optional<Long> points, String at) {
    return recorded(id, Recordings.contribution(member, action, points, at));
  }

  /// Each a minute after the one before.
  private ActivityId recorded(String id, Recorded told) {
    recordedAt = recordedAt.plusSeconds(60);
    AwardBasis basis = told.basis();
    return program.record(id, new Recorded(recordedAt, "grace", told.occurredAt(), basis));
  }
}
