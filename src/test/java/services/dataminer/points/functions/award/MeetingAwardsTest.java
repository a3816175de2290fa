package services.dataminer.points.functions.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import services.dataminer.points.functions.settlement.Settled;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.award.ActivityState;

class MeetingAwardsTest {

  private static final Show IBC =
      new Show(
          "ibc-2026",
          "IBC 2026",
          LocalDate.parse("2026-09-11"),
          LocalDate.parse("2026-09-14"),
          ZoneId.of("Europe/Amsterdam"));
  private static final Instant BOOKED_AT = Instant.parse("2026-08-01T10:00:00Z");
  private static final String NIGHT = "2026-09-15T01:00:00Z";

  private final Program program = new Program(LocalTable.fresh());

  @BeforeEach
  void directory() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", "ada@acme.example");
    program.member("ben", "acme", "ben@acme.example");
    program.show(IBC, 1131);
  }

  private static Identity mail(String address) {
    return new Identity("mailto:" + address);
  }

  private static MeetingFact.Booked booth(String startsAt, String... attendees) {
    Instant start = Instant.parse(startsAt);
    return new MeetingFact.Booked(
        BOOKED_AT,
        new Booking(
            Booking.Medium.IN_PERSON,
            Optional.of(new Booth.EventType(1131)),
            BOOKED_AT,
            start,
            start.plusSeconds(1800),
            Optional.of(mail("booth@skyline.be")),
            mail(attendees[0]),
            List.of(attendees).stream().map(MeetingAwardsTest::mail).toList(),
            Optional.empty(),
            "digest"));
  }

  @Test
  void five_meetings_of_two_people_bring_each_1250_after_the_show() {
    for (int i = 1; i <= 5; i++) {
      ActivityId id = ActivityId.calcom("m" + i);
      program.tell(
          id, booth("2026-09-12T0" + i + ":00:00Z", "ada@acme.example", "ben@acme.example"));
      assertThat(program.story(id).state()).isEqualTo(ActivityState.BOOKED);
      program.tell(id, new MeetingFact.Ended(Instant.parse("2026-09-12T12:00:00Z")));
      assertThat(program.story(id).state()).isEqualTo(ActivityState.AWAITING_SHOW);
    }
    assertThat(program.pendingOf("ada")).isEqualTo(1250);
    assertThat(program.night("2026-09-14T21:59:59Z")).isEqualTo(new Settled(0, 0, 0));
    assertThat(program.night(NIGHT)).isEqualTo(new Settled(1, 5, 2500));
    assertThat(program.night(NIGHT)).isEqualTo(new Settled(0, 0, 0));
    assertThat(program.balanceOf("ada")).isEqualTo(1250);
    assertThat(program.balanceOf("ben")).isEqualTo(1250);
    assertThat(program.pendingOf("ada")).isZero();
    assertThat(program.entriesOf("ada")).hasSize(1);
    assertThat(program.entriesOf("ada").getFirst().reason())
        .isEqualTo(
            "5 meetings at IBC 2026: 2,500 points divided among 2 people attending; your share is 1,250 points (rules of 2023-03-28)");
    assertThat(program.story(ActivityId.calcom("m1")).state()).isEqualTo(ActivityState.GRANTED);
    // A no-show, marked days later.
    program.tell(
        ActivityId.calcom("m1"),
        new MeetingFact.Attendance(
            Instant.parse("2026-09-17T12:00:00Z"), mail("ben@acme.example"), true));
    assertThat(program.night("2026-09-18T01:00:00Z")).isEqualTo(new Settled(1, 1, 0));
    assertThat(program.balanceOf("ada")).isEqualTo(1500);
    assertThat(program.balanceOf("ben")).isEqualTo(1000);
    // Carol was there, too, and signs up later.
    program.tell(
        ActivityId.calcom("m6"),
        booth("2026-09-13T10:00:00Z", "ada@acme.example", "carol@acme.example"),
        new MeetingFact.Ended(Instant.parse("2026-09-13T12:00:00Z")));
    assertThat(program.night("2026-09-19T01:00:00Z")).isEqualTo(new Settled(1, 1, 500));
    program.member("carol", "acme", "carol@acme.example");
    assertThat(program.night("2026-09-20T01:00:00Z")).isEqualTo(new Settled(1, 1, 0));
    assertThat(program.balanceOf("carol")).isEqualTo(250);
    assertThat(program.entriesOf("carol").getFirst().earnedOn()).isEqualTo("2026-09-14");
  }
}
