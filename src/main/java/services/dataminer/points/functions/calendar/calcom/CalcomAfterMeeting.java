package services.dataminer.points.functions.calendar.calcom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.application.calendar.MeetingReport;
import services.dataminer.points.functions.calendar.sender.Attendee;
import services.dataminer.points.functions.calendar.sender.Delivery;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.functions.field.AddressField;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact;

/// Reads what Cal.com tells once a meeting was to take place: that its end has passed, and who did
/// not come.
final class CalcomAfterMeeting {

  private final CalcomBody body;
  private final CalcomBooking booking;
  private final Delivery delivery;

  CalcomAfterMeeting(CalcomBody body, Delivery delivery) {
    this.body = body;
    this.booking = new CalcomBooking(body);
    this.delivery = delivery;
  }

  /// The host marked people as not having come, or took that back. Cal.com keeps nothing, rather
  /// than false, of those who never were marked.
  WebhookOutcome marked() {
    Value attendees = body.at("attendees");
    return marks(
        attendees.list(
            attendees.isMissing() ? 1 : 0,
            Attendee.MOST,
            attendee ->
                attendee.object(
                    a ->
                        Optional.of(a.at("email"))
                            .filter(Value::isFilled)
                            .map(
                                email ->
                                    mark(
                                        email, a.optional("noShow", Value::flag).orElse(false))))));
  }

  /// Cal Video did not see people in its room.
  WebhookOutcome unseen() {
    var marks = new ArrayList<Optional<MeetingFact>>();
    body.filled("guests")
        .ifPresent(
            guests ->
                Attendee.listedByCalcom(guests).stream()
                    .filter(Attendee::noShow)
                    .forEach(guest -> marks.add(Optional.of(absence(guest)))));
    boolean hostAbsent = body.filled("noShowHost").map(Value::flag).orElse(true);
    body.filled("hostEmail")
        .filter(_ -> hostAbsent)
        .ifPresent(host -> marks.add(Optional.of(mark(host, true))));
    return marks(marks);
  }

  private WebhookOutcome marks(List<Optional<MeetingFact>> marks) {
    ActivityId meeting = body.meeting(body.at("bookingUid"));
    List<MeetingFact> known = marks.stream().flatMap(Optional::stream).toList();
    return known.isEmpty()
        ? new WebhookOutcome.Ignored("no mark on anyone with an e-mail address")
        : WebhookOutcome.reported(meeting, Optional.empty(), known);
  }

  private MeetingFact mark(Value email, boolean absent) {
    return new MeetingFact.Attendance(body.createdAt(), AddressField.of(email).identity(), absent);
  }

  private MeetingFact absence(Attendee guest) {
    return new MeetingFact.Attendance(body.createdAt(), guest.address().identity(), true);
  }

  /// The body was written when the meeting was booked: what it says of the booking, of no-shows and
  /// of its state is dated then, so that it overrules no later word.
  WebhookOutcome ended() {
    Instant bookedAt = body.bookedAt();
    // When a nested body was sent; read for the sake of its violations.
    body.createdAt();
    ActivityId meeting = body.meeting(body.at("uid"));
    List<MeetingFact> marks = absences(bookedAt);
    String status = body.status();
    Optional<ActivityId> former = booking.former(meeting).filter(_ -> !booking.isSeated());
    Booking booked = booking.read(bookedAt, former, delivery.digest());
    Value end = body.at("endTime");
    if (end.isSound() && delivery.isFuture(booked.endsAt())) {
      end.addViolation("must not be in the future: the meeting has not ended yet");
    }
    var facts = new ArrayList<MeetingFact>();
    facts.add(
        status.equals("PENDING")
            ? new MeetingFact.Requested(bookedAt)
            : new MeetingFact.BookedAsEnded(bookedAt, booked));
    facts.add(new MeetingFact.Ended(booked.endsAt()));
    facts.addAll(marks);
    switch (status) {
      case "ACCEPTED" -> facts.add(new MeetingFact.Confirmed(bookedAt));
      case "CANCELLED" -> facts.add(new MeetingFact.Cancelled(bookedAt));
      case "REJECTED" -> facts.add(new MeetingFact.Rejected(bookedAt));
      default -> {
        // What Cal.com may add says nothing that the ending does not.
      }
    }
    Optional<Medium> medium = Optional.of(booked.place());
    // The announcement of the move may have been lost.
    Stream<MeetingReport> there =
        former.stream()
            .map(
                before ->
                    new MeetingReport(
                        before, medium, List.of(new MeetingFact.Rescheduled(bookedAt, meeting))));
    var here = new MeetingReport(meeting, medium, facts);
    return new WebhookOutcome.Reported(Stream.concat(there, Stream.of(here)).toList());
  }

  private List<MeetingFact> absences(Instant bookedAt) {
    var absent = new ArrayList<Identity>();
    booking.listed().stream()
        .filter(Attendee::noShow)
        .map(attendee -> attendee.address().identity())
        .forEach(absent::add);
    if (body.filled("noShowHost").map(Value::flag).orElse(false)) {
      booking.host().ifPresent(host -> absent.add(host.identity()));
    }
    return absent.stream()
        .<MeetingFact>map(who -> new MeetingFact.Attendance(bookedAt, who, true))
        .toList();
  }
}
