package services.dataminer.points.functions.calendar.cloudevents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import services.dataminer.points.functions.calendar.sender.Attendee;
import services.dataminer.points.functions.calendar.sender.Delivery;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.functions.field.AddressField;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.address.MailAddress;

/// The event by which any calendar reports a meeting that took place.
final class MeetingEnded {

  /// The CloudEvent's type.
  static final String TYPE = "services.dataminer.points.meeting.ended.v1";

  private static final int LONGEST_MEETING_ID = 1_024;
  private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9._~-]{1,100}");
  private static final String EXHIBITION = "exhibition";
  private static final Pattern KIND = Pattern.compile("exhibition|virtual");

  private MeetingEnded() {}

  /// What the event reports: the booking, the ending, and of each attendee whether they came.
  ///
  /// @param at when the sender knew it
  static WebhookOutcome outcome(Fields data, Instant at, Delivery delivery) {
    ActivityId meeting = meeting(data.text("meetingId", LONGEST_MEETING_ID));
    List<Attendee> attendees = Attendee.listed(data.at("attendees"), 1);
    Booking booking = booking(data, attendees, delivery.digest());
    if (data.sound("endsAt") && delivery.isFuture(booking.endsAt())) {
      data.addViolation("endsAt", "must not be in the future: the meeting has not ended yet");
    }
    var facts = new ArrayList<MeetingFact>();
    facts.add(new MeetingFact.Booked(at, booking));
    facts.add(new MeetingFact.Ended(booking.endsAt()));
    for (Attendee attendee : attendees) {
      facts.add(new MeetingFact.Attendance(at, attendee.address().identity(), attendee.noShow()));
    }
    return WebhookOutcome.reported(meeting, booking.medium(), facts);
  }

  private static Booking booking(Fields data, List<Attendee> attendees, String digest) {
    boolean exhibition = data.at("kind").text(KIND, "exhibition or virtual").equals(EXHIBITION);
    Optional<Booth> booth = exhibition ? Optional.of(booth(data)) : Optional.empty();
    Instant scheduledAt = data.instant("scheduledAt");
    Instant startsAt = data.instant("startsAt");
    Instant endsAt = data.instant("endsAt");
    if (data.sound("startsAt", "endsAt") && !startsAt.isBefore(endsAt)) {
      data.addViolation("endsAt", "must be after startsAt");
    }
    MailAddress host = address(data.at("host"));
    MailAddress initiator = address(data.at("initiator"));
    List<MailAddress> others =
        attendees.stream().map(Attendee::address).filter(who -> !who.equals(host)).toList();
    return new Booking(
        Optional.of(exhibition ? Medium.IN_PERSON : Medium.VIDEO_CALL),
        booth,
        scheduledAt,
        startsAt,
        endsAt,
        Optional.of(host.identity()),
        List.of(),
        Optional.of(initiator.identity()),
        Attendee.identities(others, data.at("attendees")),
        Optional.empty(),
        digest);
  }

  private static Booth booth(Fields data) {
    return new Booth.NamedShow(
        data.at("showId").text(PLAIN_ID, "the id of a show, such as ibc-2026"));
  }

  /// An address, or someone with an `email`.
  private static MailAddress address(Value someone) {
    return someone.isObject()
        ? AddressField.of(someone.fields().at("email"))
        : AddressField.of(someone);
  }

  /// An id that fits into a key as it is, or else its hash: calendars number meetings in many ways.
  private static ActivityId meeting(String id) {
    return ActivityId.calendar(
        PLAIN_ID.matcher(id).matches() ? id : "sha256-" + Hashes.sha256Hex(id));
  }
}
