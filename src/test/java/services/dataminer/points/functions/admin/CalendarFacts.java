package services.dataminer.points.functions.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.BookedAsEnded;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.Show;

/// What calendars tell of meetings that the first attendee booked with Skyline's host.
public final class CalendarFacts {

  public static final Show IBC =
      new Show(
          "ibc-2026",
          "IBC 2026",
          LocalDate.parse("2026-09-11"),
          LocalDate.parse("2026-09-14"),
          ZoneId.of("Europe/Amsterdam"));
  public static final long IBC_EVENT_TYPE = 1131;
  static final Instant SCHEDULED_AT = Instant.parse("2026-08-20T09:00:00Z");
  public static final Instant BOOKED_AT = Instant.parse("2026-08-20T09:15:00Z");

  private CalendarFacts() {}

  public static ActivityId id(String uid) {
    return ActivityId.calcom(uid);
  }

  public static Booked atBooth(String startsAt, String... attendees) {
    return new Booked(BOOKED_AT, booking(Medium.IN_PERSON, startsAt, attendees));
  }

  static Booked onVideo(String startsAt, String... attendees) {
    return new Booked(BOOKED_AT, booking(Medium.VIDEO_CALL, startsAt, attendees));
  }

  static BookedAsEnded repeated(Booked booked) {
    return new BookedAsEnded(BOOKED_AT.plusSeconds(60), booked.booking());
  }

  public static Ended ended(String at) {
    return new Ended(Instant.parse(at));
  }

  static Attendance noShow(String at, String address) {
    return new Attendance(Instant.parse(at), mail(address), true);
  }

  private static Booking booking(Medium medium, String startsAt, String... attendees) {
    Instant start = Instant.parse(startsAt);
    return new Booking(
        Optional.of(medium),
        medium == Medium.IN_PERSON
            ? Optional.of(new Booth.EventType(IBC_EVENT_TYPE))
            : Optional.empty(),
        SCHEDULED_AT,
        start,
        start.plusSeconds(1800),
        Optional.of(mail("host@skyline.be")),
        List.of(),
        Optional.of(mail(attendees[0])),
        Stream.of(attendees).map(CalendarFacts::mail).toList(),
        Optional.empty(),
        "digest");
  }

  private static Identity mail(String address) {
    return Identity.of("mailto:" + address);
  }
}
