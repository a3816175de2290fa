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
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.address.MailAddress;

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
            Attendee.MOST_LISTED,
            attendee ->
                attendee.object(
                    a ->
                        CalcomAddress.known(a.at("email"))
                            .map(
                                who ->
                                    mark(who, a.optional("noShow", Value::flag).orElse(false))))));
  }

  /// Cal Video did not see people in its room.
  WebhookOutcome unseen() {
    var marks = new ArrayList<Optional<MeetingFact>>();
    body.filled("guests")
        .ifPresent(
            guests ->
                CalcomAttendees.listed(guests).stream()
                    .filter(Attendee::noShow)
                    .forEach(guest -> marks.add(Optional.of(mark(guest.address(), true)))));
    boolean hostAbsent = body.filled("noShowHost").map(Value::flag).orElse(true);
    body.filled("hostEmail")
        .filter(_ -> hostAbsent)
        .flatMap(CalcomAddress::known)
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

  private MeetingFact mark(MailAddress who, boolean absent) {
    return new MeetingFact.Attendance(body.createdAt(), who.identity(), absent);
  }

  /// The end of a booking has passed. Cal.com plans to say so only of what stands, and while that
  /// is still to be confirmed or paid, the body has a status that tells.
  WebhookOutcome ended() {
    ActivityId meeting = body.meeting(body.at("uid"));
    return body.isDated() ? endedAsBooked(meeting) : endedUndated(meeting);
  }

  /// Of a booking that was confirmed or paid, and of each in a series, Cal.com repeats a few fields
  /// only, and not when it was booked. They add nothing to what was announced but that it stands.
  private WebhookOutcome endedUndated(ActivityId meeting) {
    Instant endsAt = body.at("endTime").instant();
    refuseFuture(endsAt);
    return WebhookOutcome.reported(
        meeting,
        CalcomMedium.of(body),
        List.of(new MeetingFact.Confirmed(endsAt), new MeetingFact.Ended(endsAt)));
  }

  private void refuseFuture(Instant endsAt) {
    Value end = body.at("endTime");
    if (end.isSound() && delivery.isFuture(endsAt)) {
      end.addViolation("must not be in the future: the meeting has not ended yet");
    }
  }

  /// The body was written when the meeting was booked: what it says of the booking, of no-shows and
  /// of its state is dated then, so that it overrules no later word.
  private WebhookOutcome endedAsBooked(ActivityId meeting) {
    Instant bookedAt = body.bookedAt();
    // When a nested body was sent; read for the sake of its violations.
    body.createdAt();
    List<MeetingFact> marks = absences(bookedAt);
    String status = body.status();
    Optional<ActivityId> former = booking.former(meeting).filter(_ -> !booking.isSeated());
    Booking booked = booking.read(bookedAt, former, delivery.digest());
    refuseFuture(booked.endsAt());
    var facts = new ArrayList<MeetingFact>();
    facts.add(
        status.equals("PENDING")
            ? new MeetingFact.Requested(bookedAt)
            : new MeetingFact.BookedAsEnded(bookedAt, booked));
    facts.add(new MeetingFact.Ended(booked.endsAt()));
    facts.addAll(marks);
    switch (status) {
      case "ACCEPTED", "" -> facts.add(new MeetingFact.Confirmed(bookedAt));
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
