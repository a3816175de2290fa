package services.dataminer.points.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Writes webhooks as Cal.com does: nested, but for the flat report of an ending.
public final class Calcom {

  private static final Duration LENGTH = Duration.ofMinutes(30);

  private Calcom() {}

  /// A meeting in Cal.com's books.
  ///
  /// @param location `inPerson`, or such as `integrations:daily`
  /// @param attendees the first booked it
  public record Meeting(
      String uid,
      long eventTypeId,
      String location,
      Instant bookedAt,
      Instant startsAt,
      String... attendees) {

    Instant endsAt() {
      return startsAt.plus(LENGTH);
    }
  }

  public static String created(Meeting meeting) {
    return nested("BOOKING_CREATED", meeting.bookedAt(), meeting, "");
  }

  public static String cancelled(Meeting meeting, Instant at) {
    return nested("BOOKING_CANCELLED", at, meeting, "");
  }

  /// @param replaced the uid of the booking that the meeting replaces
  public static String rescheduled(Meeting meeting, String replaced, Instant at) {
    return nested("BOOKING_RESCHEDULED", at, meeting, "\"rescheduleUid\":\"" + replaced + "\",");
  }

  /// Cal.com's own record of a booking, as its API has it.
  static String record(Meeting meeting, String status, Instant updatedAt) {
    return """
        {"id":91,"uid":"%s","title":"Meeting","status":"%s","start":"%s","end":"%s","duration":30,
         "createdAt":"%s","updatedAt":"%s","eventType":{"id":%d,"slug":"call"},"location":"%s",
         "hosts":[{"id":1,"name":"Skyline","email":"booth@skyline.be"}],"absentHost":false,"guests":[],
         "attendees":[%s]}"""
        .formatted(
            meeting.uid(),
            status,
            meeting.startsAt(),
            meeting.endsAt(),
            meeting.bookedAt(),
            updatedAt,
            meeting.eventTypeId(),
            meeting.location(),
            attendees(meeting));
  }

  /// Any other announcement about a booking.
  ///
  /// @param more further fields of the payload, each followed by a comma
  static String announced(String trigger, Instant at, Meeting meeting, String more) {
    return nested(trigger, at, meeting, more);
  }

  private static String nested(String trigger, Instant at, Meeting meeting, String more) {
    return """
        {"triggerEvent":"%s","createdAt":"%s","payload":{
          "uid":"%s","bookingId":91,"title":"Booth meeting","eventTypeId":%d,%s
          "startTime":"%s","endTime":"%s","location":"%s","status":"ACCEPTED","length":30,
          "organizer":{"name":"Skyline","email":"booth@skyline.be","timeZone":"Europe/Brussels"},
          "attendees":[%s],
          "responses":{"email":{"label":"email_address","value":"%s"}}}}"""
        .formatted(
            trigger,
            at,
            meeting.uid(),
            meeting.eventTypeId(),
            more,
            meeting.startsAt(),
            meeting.endsAt(),
            meeting.location(),
            attendees(meeting),
            meeting.attendees()[0]);
  }

  /// The end, reported flat, as Cal.com has done for years.
  public static String ended(Meeting meeting) {
    return """
        {"triggerEvent":"MEETING_ENDED","id":91,"uid":"%s","idempotencyKey":"k-%1$s","eventTypeId":%d,
         "title":"Booth meeting","userPrimaryEmail":"booth@skyline.be","status":"ACCEPTED",
         "startTime":"%s","endTime":"%s","createdAt":"%s","location":"%s",
         "responses":{"name":"Booker","email":"%s","guests":[]},
         "attendees":[%s]}"""
        .formatted(
            meeting.uid(),
            meeting.eventTypeId(),
            meeting.startsAt(),
            meeting.endsAt(),
            meeting.bookedAt(),
            meeting.location(),
            meeting.attendees()[0],
            attendees(meeting));
  }

  /// The host marks someone as not having come.
  public static String noShow(String uid, String address, boolean noShow, Instant at) {
    return """
        {"triggerEvent":"BOOKING_NO_SHOW_UPDATED","createdAt":"%s","payload":{
          "message":"%s marked as no-show","bookingUid":"%s","bookingId":91,
          "attendees":[{"email":"%2$s","noShow":%s}]}}"""
        .formatted(at, address, uid, noShow);
  }

  private static String attendees(Meeting meeting) {
    return Arrays.stream(meeting.attendees())
        .map(
            email ->
                "{\"email\":\"%s\",\"name\":\"N\",\"timeZone\":\"Europe/Brussels\"}"
                    .formatted(email))
        .collect(Collectors.joining(","));
  }
}
