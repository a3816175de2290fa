package services.dataminer.points.functions.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.platform.mail.MailAddress;
import services.dataminer.points.platform.queue.QueueName;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.MeetingFact;

/// Translates Cal.com's webhooks to facts about meetings.
final class CalcomWebhook {

  private static final String TRIGGER = "triggerEvent";
  private static final Pattern TRIGGER_NAME = Pattern.compile("[A-Z_]{1,64}");

  private final CalcomBody body;
  private final CalcomBooking booking;
  private final String digest;

  private CalcomWebhook(CalcomBody body, String digest) {
    this.body = body;
    this.booking = new CalcomBooking(body);
    this.digest = digest;
  }

  /// What a webhook tells.
  ///
  /// @param digest SHA-256 of the body as it was sent
  /// @throws ProblemException 422 naming each field that is missing or makes no sense
  static Told told(ObjectNode body, String digest) {
    String trigger = body.path(TRIGGER).asText("");
    return switch (trigger) {
      case "BOOKING_CREATED" -> read(body, digest, CalcomWebhook::created);
      case "BOOKING_RESCHEDULED" -> read(body, digest, CalcomWebhook::rescheduled);
      case "BOOKING_CANCELLED" ->
          read(body, digest, webhook -> webhook.calledOff(MeetingFact.Cancelled::new));
      case "BOOKING_REJECTED" ->
          read(body, digest, webhook -> webhook.calledOff(MeetingFact.Rejected::new));
      case "BOOKING_NO_SHOW_UPDATED" -> read(body, digest, CalcomWebhook::attendance);
      case "MEETING_ENDED" -> read(body, digest, CalcomWebhook::ended);
      case "MEETING_STARTED" ->
          new Told.Ignored("trigger MEETING_STARTED: only the end of a meeting counts");
      case "PING" -> new Told.Ignored("trigger PING says nothing about a meeting");
      case String other -> ignored(body, other);
    };
  }

  private static Told ignored(ObjectNode body, String trigger) {
    if (body.isEmpty()) {
      return new Told.Ignored("an empty object says nothing about a meeting");
    }
    return new Told.Ignored(
        TRIGGER_NAME.matcher(trigger).matches()
            ? "trigger " + trigger + " is not one that earns points"
            : "a body without a triggerEvent that Cal.com has");
  }

  private static Told read(ObjectNode body, String digest, Function<CalcomWebhook, Told> reader) {
    return Fields.lenient(body)
        .read(root -> reader.apply(new CalcomWebhook(CalcomBody.of(body, root), digest)));
  }

  private Told created() {
    Instant createdAt = body.createdAt();
    ActivityId meeting = body.meeting(body.at("uid"));
    Booking booked = booking.read(createdAt, Optional.empty(), digest);
    return Told.facts(
        QueueName.forMeeting(booked.medium()),
        meeting,
        List.of(new MeetingFact.Booked(createdAt, booked)));
  }

  /// The old booking ends here, a new one takes its place and its time of booking.
  private Told rescheduled() {
    Instant createdAt = body.createdAt();
    Value uid = body.at("uid");
    Value former = body.at("rescheduleUid");
    ActivityId meeting = body.meeting(uid);
    ActivityId predecessor = body.meeting(former);
    if (uid.isSound() && former.isSound() && meeting.equals(predecessor)) {
      former.fault("must be the uid of the booking before, not this one's");
    }
    Booking booked = booking.read(createdAt, Optional.of(predecessor), digest);
    QueueName queue = QueueName.forMeeting(booked.medium());
    return new Told.Facts(
        List.of(
            Told.Addressed.to(
                queue, predecessor, List.of(new MeetingFact.Rescheduled(createdAt, meeting))),
            Told.Addressed.to(queue, meeting, List.of(new MeetingFact.Booked(createdAt, booked)))));
  }

  private Told calledOff(Function<Instant, MeetingFact> fact) {
    Instant createdAt = body.createdAt();
    ActivityId meeting = body.meeting(body.at("uid"));
    QueueName queue =
        CalcomMedium.of(body).map(QueueName::forMeeting).orElse(QueueName.MEETING_ATTENDANCE);
    return Told.facts(queue, meeting, List.of(fact.apply(createdAt)));
  }

  private Told attendance() {
    Instant createdAt = body.createdAt();
    ActivityId meeting = body.meeting(body.at("bookingUid"));
    List<MeetingFact> marks =
        body.at("attendees")
            .list(
                1,
                Attendee.MOST,
                attendee ->
                    attendee.object(
                        a ->
                            new MeetingFact.Attendance(
                                createdAt,
                                a.at("email").address().identity(),
                                a.at("noShow").flag())));
    return Told.facts(QueueName.MEETING_ATTENDANCE, meeting, marks);
  }

  /// The body was written when the meeting was booked: what it says of the booking, of no-shows and
  /// of its state is dated then, so that it overrules no later word.
  private Told ended() {
    Instant bookedAt = body.bookedAt();
    Instant endedAt = body.isFlat() ? body.at("endTime").instant() : body.createdAt();
    ActivityId meeting = body.meeting(body.at("uid"));
    var marks = new ArrayList<MeetingFact>();
    booking.listed().stream()
        .filter(Attendee::noShow)
        .map(Attendee::address)
        .forEach(absent -> marks.add(absence(bookedAt, absent)));
    if (body.filled("noShowHost").map(Value::flag).orElse(false)) {
      booking.host().ifPresent(host -> marks.add(absence(bookedAt, host)));
    }
    String status = body.filled("status").map(value -> value.text(100)).orElse("");
    Booking booked = booking.read(bookedAt, Optional.empty(), digest);
    var facts = new ArrayList<MeetingFact>();
    facts.add(new MeetingFact.BookedAsEnded(bookedAt, booked));
    facts.add(new MeetingFact.Ended(endedAt));
    facts.addAll(marks);
    switch (status.toUpperCase(Locale.ROOT)) {
      case "CANCELLED" -> facts.add(new MeetingFact.Cancelled(bookedAt));
      case "REJECTED" -> facts.add(new MeetingFact.Rejected(bookedAt));
      default -> {
        // ACCEPTED, PENDING and what Cal.com may add say nothing that the ending does not.
      }
    }
    return Told.facts(QueueName.forMeeting(booked.medium()), meeting, facts);
  }

  private static MeetingFact absence(Instant at, MailAddress who) {
    return new MeetingFact.Attendance(at, who.identity(), true);
  }
}
