package services.dataminer.points.functions.calendar.calcom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import services.dataminer.points.application.calendar.BookingRecords.BookingRecord;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.platform.log.FailureText;
import services.dataminer.points.platform.time.Rfc3339;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord.Status;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.activity.RecordReading;

/// Reads bookings as Cal.com's API v2 gives them (2024-08-13 and later).
final class CalcomRecord {

  private static final String PREFIX = "calcom:";
  private static final Pattern UID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
  private static final String UID_FORM = "1 to 128 letters, digits, \"-\" and \"_\"";

  private CalcomRecord() {}

  /// @throws ProblemException 422 naming each field that is missing or makes no sense
  static BookingRecord read(JsonNode booking) {
    ObjectNode object =
        booking instanceof ObjectNode known ? known : JsonNodeFactory.instance.objectNode();
    return Fields.lenient(object).read(fields -> read(fields, object));
  }

  /// A booking, if it can be read.
  ///
  /// @param unreadable hears what is wrong otherwise, in words that repeat nothing of the booking
  static Optional<BookingRecord> readable(JsonNode booking, Consumer<String> unreadable) {
    try {
      return Optional.of(read(booking));
    } catch (ProblemException e) {
      unreadable.accept(
          e.problem().errors().stream()
              .map(violation -> violation.field() + " " + violation.message())
              .collect(Collectors.joining("; ")));
    } catch (RuntimeException e) {
      unreadable.accept(FailureText.of(e));
    }
    return Optional.empty();
  }

  /// The booking that was asked for in an answer, which may be a series.
  static Optional<JsonNode> in(JsonNode answer, String uid) {
    JsonNode data = answer.path("data");
    return (data.isArray() ? StreamSupport.stream(data.spliterator(), false) : Stream.of(data))
        .filter(booking -> booking.path("uid").asText("").equals(uid))
        .findFirst();
  }

  /// The uid of a meeting that is a booking of Cal.com's.
  static Optional<String> uid(ActivityId meeting) {
    return meeting.value().startsWith(PREFIX)
        ? Optional.of(meeting.value().substring(PREFIX.length()))
        : Optional.empty();
  }

  /// When a booking last changed, as far as that can be read, whatever else is wrong with it.
  static Optional<Instant> changedAt(JsonNode booking) {
    return Stream.of("updatedAt", "createdAt")
        .flatMap(name -> Rfc3339.instant(booking.path(name).asText("")).stream())
        .findFirst();
  }

  /// What a log may call a booking, whatever is wrong with it.
  static String name(JsonNode booking) {
    String uid = booking.path("uid").asText("");
    return UID.matcher(uid).matches() ? uid : "without a uid";
  }

  private static BookingRecord read(Fields booking, JsonNode whole) {
    ActivityId meeting = meeting(booking.at("uid"));
    Instant createdAt = booking.instant("createdAt");
    var people = new RecordedPeople(booking);
    List<SeatedFirst> seats = people.seats();
    Function<String, Booking> digested = booking(booking, whole, meeting, createdAt, people);
    Status status = status(booking.at("status"));
    Optional<ActivityId> successor = other("rescheduledToUid", booking, meeting);
    Instant changedAt = booking.optional("updatedAt", Value::instant).orElse(createdAt);
    Function<String, CalendarRecord> record =
        digest ->
            new CalendarRecord(
                changedAt, status, digested.apply(digest), people.absent(), successor);
    // The same content has the same digest, whatever else the answer says and whenever it changed.
    CalendarRecord content = record.apply("");
    String digest =
        Hashes.sha256Hex(
            Stream.of(
                    content.status(),
                    content.booking(),
                    content.absent(),
                    content.successor(),
                    seats)
                .map(Object::toString)
                .reduce("", (all, part) -> all + part + "\n"));
    return new BookingRecord(meeting, new RecordReading(record.apply(digest), seats));
  }

  private static Function<String, Booking> booking(
      Fields booking,
      JsonNode whole,
      ActivityId meeting,
      Instant createdAt,
      RecordedPeople people) {
    Instant startsAt = booking.instant("start");
    Instant endsAt = booking.instant("end");
    if (booking.sound("start", "end") && !startsAt.isBefore(endsAt)) {
      booking.addViolation("end", "must be after start");
    }
    Optional<Booking.Medium> medium =
        Optional.of(booking.at("location"))
            .filter(Value::isFilled)
            .map(location -> CalcomMedium.ofRecord(whole, location.text(10_000)));
    Optional<Booth> booth = booth(booking);
    Optional<ActivityId> predecessor = other("rescheduledFromUid", booking, meeting);
    return digest ->
        new Booking(
            medium,
            booth,
            createdAt,
            startsAt,
            endsAt,
            people.host(),
            people.team(),
            people.booker(),
            people.attendees(),
            predecessor,
            digest);
  }

  private static ActivityId meeting(Value uid) {
    String value = uid.text(UID, UID_FORM);
    return ActivityId.calcom(value.isEmpty() ? "unread" : value);
  }

  private static Optional<ActivityId> other(String name, Fields booking, ActivityId meeting) {
    return Optional.of(booking.at(name))
        .filter(Value::isFilled)
        .map(CalcomRecord::meeting)
        .filter(other -> !other.equals(meeting));
  }

  /// A booking that any host may still take waits for a host, too.
  private static Status status(Value value) {
    return switch (value.text(100).toUpperCase(Locale.ROOT)) {
      case "ACCEPTED" -> Status.ACCEPTED;
      case "PENDING", "AWAITING_HOST" -> Status.PENDING;
      case "CANCELLED" -> Status.CANCELLED;
      case "REJECTED" -> Status.REJECTED;
      default -> {
        if (value.isSound()) {
          value.addViolation("must be accepted, pending, cancelled or rejected");
        }
        yield Status.PENDING;
      }
    };
  }

  /// Cal.com numbers event types from one; others stand for bookings without one.
  private static Optional<Booth> booth(Fields booking) {
    return Optional.of(booking.at("eventType"))
        .filter(Value::isObject)
        .map(type -> type.fields().at("id"))
        .filter(Value::isFilled)
        .or(() -> Optional.of(booking.at("eventTypeId")).filter(Value::isFilled))
        .map(id -> id.whole(Integer.MIN_VALUE, Long.MAX_VALUE))
        .filter(id -> id > 0)
        .map(Booth.EventType::new);
  }
}
