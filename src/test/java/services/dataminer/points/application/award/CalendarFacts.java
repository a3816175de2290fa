package services.dataminer.points.application.award;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.Show;

/// What calendars tell in the tests of awards.
public final class CalendarFacts {

  public static final Show IBC =
      new Show(
          "ibc-2026",
          "IBC 2026",
          LocalDate.parse("2026-09-11"),
          LocalDate.parse("2026-09-14"),
          ZoneId.of("Europe/Amsterdam"));
  public static final long BOOTH = 1131;
  public static final String NIGHT_AFTER_IBC = "2026-09-15T01:00:00Z";

  private static final Duration LENGTH = Duration.ofMinutes(30);
  static final Instant BOOKED_AT = Instant.parse("2026-08-01T10:00:00Z");
  private static final Instant STARTS_AT = Instant.parse("2026-09-12T10:00:00Z");
  private static final Instant ENDS_AT = STARTS_AT.plus(LENGTH);

  private CalendarFacts() {}

  static Identity mail(String address) {
    return Identity.of("mailto:" + address);
  }

  /// A meeting at the booth of IBC, booked before the show by the first of those attending.
  public static Booked boothMeeting(String... attendees) {
    return booked(Medium.IN_PERSON, Optional.of(new Booth.EventType(BOOTH)), attendees);
  }

  /// A video call, booked by the first of those attending.
  public static Booked videoCall(String... attendees) {
    return booked(Medium.VIDEO_CALL, Optional.empty(), attendees);
  }

  private static Booked booked(Medium medium, Optional<Booth> booth, String... attendees) {
    return booked(medium, booth, BOOKED_AT, STARTS_AT, attendees);
  }

  /// A booking of half an hour, scheduled before the show by the first of those attending.
  ///
  /// @param at when the sender told it
  static Booked booked(
      Medium medium, Optional<Booth> booth, Instant at, Instant startsAt, String... attendees) {
    return new Booked(
        at,
        new Booking(
            Optional.of(medium),
            booth,
            BOOKED_AT,
            startsAt,
            startsAt.plus(LENGTH),
            Optional.of(mail("host@skyline.be")),
            List.of(),
            Optional.of(mail(attendees[0])),
            Arrays.stream(attendees).map(CalendarFacts::mail).toList(),
            Optional.empty(),
            "digest"));
  }

  public static Ended ended() {
    return new Ended(ENDS_AT);
  }

  /// An end later than that of any meeting here, wherever it was moved.
  public static Ended over() {
    return new Ended(Instant.parse("2026-10-01T00:00:00Z"));
  }

  public static Attendance absent(String address, String at) {
    return new Attendance(Instant.parse(at), mail(address), true);
  }

  static Attendance present(String address, String at) {
    return new Attendance(Instant.parse(at), mail(address), false);
  }
}
