package services.dataminer.points.functions.calendar.calcom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import services.dataminer.points.application.calendar.MeetingReport;
import services.dataminer.points.functions.calendar.sender.Delivery;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.MeetingFact;

/// Translates Cal.com's webhooks to facts about meetings. Endings and no-shows are read by
/// [CalcomAfterMeeting].
final class CalcomWebhook {

  private static final String TRIGGER = "triggerEvent";
  private static final Pattern TRIGGER_NAME = Pattern.compile("[A-Z_]{1,64}");

  private final CalcomBody body;
  private final CalcomBooking booking;
  private final CalcomSeats seats;
  private final Delivery delivery;

  private CalcomWebhook(CalcomBody body, Delivery delivery) {
    this.body = body;
    this.booking = new CalcomBooking(body);
    this.seats = new CalcomSeats(body, booking);
    this.delivery = delivery;
  }

  /// What a webhook says.
  ///
  /// @param countsCalVideo whether those count as no-shows whom Cal Video did not see
  /// @throws ProblemException 422 naming each field that is missing or makes no sense
  static WebhookOutcome outcome(ObjectNode body, Delivery delivery, boolean countsCalVideo) {
    String trigger = body.path(TRIGGER).asText("");
    return switch (trigger) {
      // What is to be paid waits for that, whatever its status says.
      case "BOOKING_REQUESTED", "BOOKING_PAYMENT_INITIATED" ->
          read(body, delivery, CalcomWebhook::requested);
      case "BOOKING_CREATED", "BOOKING_RESCHEDULED", "INSTANT_MEETING_ACCEPTED" ->
          read(body, delivery, CalcomWebhook::booked);
      case "BOOKING_LOCATION_UPDATED", "BOOKING_REASSIGNED", "BOOKING_PAID" ->
          read(body, delivery, CalcomWebhook::changed);
      case "BOOKING_CANCELLED" -> read(body, delivery, CalcomWebhook::cancelled);
      case "BOOKING_REJECTED" -> read(body, delivery, CalcomWebhook::rejected);
      case "BOOKING_NO_SHOW_UPDATED" -> attendance(body, delivery, CalcomAfterMeeting::marked);
      case "AFTER_GUESTS_CAL_VIDEO_NO_SHOW", "AFTER_HOSTS_CAL_VIDEO_NO_SHOW" ->
          countsCalVideo
              ? attendance(body, delivery, CalcomAfterMeeting::unseen)
              : new WebhookOutcome.Ignored(
                  "trigger " + trigger + ": no-shows reported by Cal Video do not count here");
      case "MEETING_ENDED" -> attendance(body, delivery, CalcomAfterMeeting::ended);
      case "MEETING_STARTED" ->
          new WebhookOutcome.Ignored("trigger MEETING_STARTED: only the end of a meeting counts");
      case "PING" -> new WebhookOutcome.Ignored("trigger PING: a connection test");
      case String other -> ignored(body, other);
    };
  }

  private static WebhookOutcome ignored(ObjectNode body, String trigger) {
    if (body.isEmpty()) {
      return new WebhookOutcome.Ignored("an empty object: no meeting");
    }
    return new WebhookOutcome.Ignored(
        TRIGGER_NAME.matcher(trigger).matches()
            ? "trigger " + trigger + ": earns no points"
            : "a body without a known triggerEvent");
  }

  private static WebhookOutcome read(
      ObjectNode body, Delivery delivery, Function<CalcomWebhook, WebhookOutcome> reader) {
    return Fields.lenient(body)
        .read(root -> reader.apply(new CalcomWebhook(CalcomBody.of(body, root), delivery)));
  }

  private static WebhookOutcome attendance(
      ObjectNode body, Delivery delivery, Function<CalcomAfterMeeting, WebhookOutcome> reader) {
    return Fields.lenient(body)
        .read(root -> reader.apply(new CalcomAfterMeeting(CalcomBody.of(body, root), delivery)));
  }

  /// Asked for; the host has to confirm it. When it moves another booking, that one ends here,
  /// since Cal.com cancels it without a word.
  private WebhookOutcome requested() {
    return moving(described(MeetingFact.Requested::new));
  }

  /// Made, or moved: the old booking ends here, and a new one takes its place and its time of
  /// booking; or it keeps its uid, as seated ones do. Cal.com does not always say which booking was
  /// before, and the new one is at least known then.
  private WebhookOutcome booked() {
    return moving(described(MeetingFact.Confirmed::new));
  }

  /// A whole booking, and what the announcement means for it.
  private List<MeetingFact> described(Function<Instant, MeetingFact> meaning) {
    Instant createdAt = body.createdAt();
    ActivityId meeting = meeting();
    Optional<ActivityId> predecessor = booking.former(meeting);
    Booking described =
        booking.isSeated()
            ? booking.readSeated(createdAt, predecessor, delivery.digest())
            : booking.read(createdAt, predecessor, delivery.digest());
    var facts = new ArrayList<MeetingFact>();
    facts.add(new MeetingFact.Booked(createdAt, described));
    facts.add(meaning.apply(createdAt));
    facts.addAll(seats.taken(createdAt));
    return facts;
  }

  /// A change in place. It confirms nothing: what waits for the host, or to be paid, still does.
  private WebhookOutcome changed() {
    Instant createdAt = body.createdAt();
    ActivityId meeting = meeting();
    Booking described =
        booking.isSeated()
            ? booking.readSeated(createdAt, Optional.empty(), delivery.digest())
            : booking.readChange(createdAt, delivery.digest());
    var facts = new ArrayList<MeetingFact>();
    facts.add(new MeetingFact.Booked(createdAt, described));
    if (body.status().equals("PENDING")) {
      facts.add(new MeetingFact.Requested(createdAt));
    }
    facts.addAll(seats.taken(createdAt));
    return WebhookOutcome.reported(meeting, medium(), facts);
  }

  /// The booking's uid; of a seated booking that its host moves, older releases give only the one
  /// before, which it keeps. An instant meeting's has another name.
  private ActivityId meeting() {
    return body.meeting(
        body.filled("uid")
            .or(() -> body.filled(CalcomBooking.FORMER))
            .or(() -> body.filled("bookingUid"))
            .orElse(body.at("uid")));
  }

  /// Facts about this booking, and what becomes of the one it moves: that ends, but where seats are
  /// taken one by one it stays for the others.
  private WebhookOutcome moving(List<MeetingFact> facts) {
    Optional<Medium> medium = medium();
    Instant createdAt = body.createdAt();
    ActivityId meeting = meeting();
    var here = new MeetingReport(meeting, medium, facts);
    Optional<ActivityId> former = booking.former(meeting);
    if (former.isEmpty()) {
      return new WebhookOutcome.Reported(List.of(here));
    }
    List<MeetingFact> left =
        booking.isSeated()
            ? seats.moved(createdAt, meeting)
            : List.of(new MeetingFact.Rescheduled(createdAt, meeting));
    Stream<MeetingReport> there =
        left.isEmpty() ? Stream.empty() : Stream.of(new MeetingReport(former.get(), medium, left));
    return new WebhookOutcome.Reported(Stream.concat(there, Stream.of(here)).toList());
  }

  /// Of a seated booking those give up their seats whom the body lists; a list of nobody is that of
  /// a booking cancelled as a whole, whatever its first booker answered. A series that is cancelled
  /// as a whole is announced by its first meeting alone.
  private WebhookOutcome cancelled() {
    Instant createdAt = body.createdAt();
    var facts = new ArrayList<MeetingFact>();
    if (booking.isSeated() && !booking.listsNobody()) {
      facts.addAll(seats.givenUp(createdAt));
    } else {
      facts.add(new MeetingFact.Cancelled(createdAt));
    }
    if (body.filled("recurringEvent").filter(Value::isObject).isPresent()) {
      facts.add(new MeetingFact.SeriesCancelled(createdAt));
    }
    ActivityId meeting = meeting();
    return facts.isEmpty()
        ? new WebhookOutcome.Ignored("a seat given up without an e-mail address")
        : WebhookOutcome.reported(meeting, medium(), facts);
  }

  private WebhookOutcome rejected() {
    return WebhookOutcome.reported(
        meeting(), medium(), List.of(new MeetingFact.Rejected(body.createdAt())));
  }

  private Optional<Medium> medium() {
    return CalcomMedium.of(body);
  }
}
