package services.dataminer.points.functions.calendar.calcom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import services.dataminer.points.application.calendar.BookingRecords.BookingRecord;

/// Bookings in the shape of Cal.com's API v2.
public final class ApiBooking {

  public static final String ADA = "ada@acme.example";
  public static final String CARL = "carl@customer.example";
  public static final String SALES = "sales@skyline.be";

  private ApiBooking() {}

  /// A booking as the product reads it.
  public static BookingRecord read(ObjectNode booking) {
    return CalcomRecord.read(booking);
  }

  /// A video call of Ada's with the customer Carl, accepted and last changed when it was made.
  public static ObjectNode call(String uid) {
    ObjectNode booking = JsonNodeFactory.instance.objectNode();
    booking
        .put("id", uid.hashCode())
        .put("uid", uid)
        .put("title", "Demo")
        .put("description", "")
        .put("status", "accepted")
        .put("cancellationReason", "")
        .put("start", "2026-09-20T10:00:00.000Z")
        .put("end", "2026-09-20T10:30:00.000Z")
        .put("duration", 30)
        .put("createdAt", "2026-08-20T09:00:00.000Z")
        .put("updatedAt", "2026-08-20T09:00:00.000Z")
        .put("eventTypeId", 77)
        .put("location", "integrations:daily")
        .put("meetingUrl", "integrations:daily")
        .put("absentHost", false)
        .putNull("rating");
    booking.putObject("eventType").put("id", 77).put("slug", "call");
    booking.set("hosts", people(List.of(SALES)));
    booking.set("attendees", people(List.of(ADA, CARL)));
    booking.putArray("guests");
    booking.putObject("bookingFieldsResponses").put("email", ADA).put("name", "Ada");
    booking.putObject("metadata");
    return booking;
  }

  public static ObjectNode changedAt(ObjectNode booking, Instant at) {
    return booking.put("updatedAt", at.toString());
  }

  public static ArrayNode people(List<String> addresses) {
    ArrayNode people = JsonNodeFactory.instance.arrayNode();
    for (String address : addresses) {
      people
          .addObject()
          .put("name", "Someone")
          .put("email", address)
          .put("displayEmail", address)
          .put("timeZone", "Europe/Brussels")
          .put("absent", false);
    }
    return people;
  }

  public static ObjectNode attendee(ObjectNode booking, int number) {
    return (ObjectNode) booking.path("attendees").get(number);
  }
}
