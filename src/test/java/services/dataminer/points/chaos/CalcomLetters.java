package services.dataminer.points.chaos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import services.dataminer.points.chaos.model.Happening.AbsenceMarked;
import services.dataminer.points.chaos.model.Happening.Appointment;
import services.dataminer.points.chaos.model.Happening.BookingAnnounced;
import services.dataminer.points.chaos.model.Happening.EndAnnounced;
import services.dataminer.points.chaos.model.Happening.RecordKept;
import services.dataminer.points.chaos.model.Happening.Trigger;
import services.dataminer.points.platform.json.Json;

/// Writes what Cal.com sends, and what its API has.
final class CalcomLetters {
  private CalcomLetters() {}

  static ObjectNode announced(BookingAnnounced one) {
    Appointment booking = one.appointment();
    ObjectNode body = body("BOOKING_" + one.trigger(), one.at());
    ObjectNode payload = body.putObject("payload");
    payload.put("uid", one.uid()).put("bookingId", 91).put("title", "Meeting");
    payload.put("status", one.trigger() == Trigger.REQUESTED ? "PENDING" : "ACCEPTED");
    payload.put("eventTypeId", booking.eventType()).put("location", location(booking));
    payload.put("startTime", booking.startsAt().toString());
    payload.put("endTime", booking.endsAt().toString());
    one.replaces().ifPresent(uid -> payload.put("rescheduleUid", uid));
    if (one.seat()) {
      payload.put("seatsPerTimeSlot", 20);
    }
    payload.putObject("organizer").put("name", "Host").put("email", booking.host());
    if (!booking.team().isEmpty()) {
      ArrayNode members = payload.putObject("team").put("id", 3).putArray("members");
      booking.team().forEach(email -> members.addObject().put("name", "N").put("email", email));
    }
    attendees(payload, booking.attendees());
    payload
        .putObject("responses")
        .putObject("email")
        .put("label", "email_address")
        .put("value", booking.attendees().getFirst());
    return body;
  }

  /// Flat, as it has been sent for years.
  static ObjectNode ended(EndAnnounced one) {
    Appointment booking = one.appointment();
    ObjectNode body = Json.MAPPER.createObjectNode().put("triggerEvent", "MEETING_ENDED");
    body.put("id", 91).put("uid", one.uid()).put("title", "Meeting").put("status", "ACCEPTED");
    body.put("userPrimaryEmail", booking.host()).put("eventTypeId", booking.eventType());
    body.put("createdAt", booking.bookedAt().toString()).put("location", location(booking));
    body.put("startTime", booking.startsAt().toString());
    body.put("endTime", booking.endsAt().toString());
    attendees(body, booking.attendees());
    ObjectNode responses = body.putObject("responses").put("name", "Booker");
    responses.put("email", booking.attendees().getFirst()).putArray("guests");
    return body;
  }

  static ObjectNode absent(AbsenceMarked one) {
    ObjectNode body = body("BOOKING_NO_SHOW_UPDATED", one.at());
    ObjectNode payload = body.putObject("payload").put("message", "marked");
    payload.put("bookingUid", one.uid()).put("bookingId", 91);
    payload
        .putArray("attendees")
        .addObject()
        .put("email", one.address())
        .put("noShow", one.absent());
    return body;
  }

  static ObjectNode kept(RecordKept one) {
    Appointment booking = one.appointment();
    ObjectNode node = Json.MAPPER.createObjectNode().put("id", 91).put("uid", one.uid());
    node.put("title", "Meeting").put("status", one.cancelled() ? "cancelled" : "accepted");
    node.put("start", booking.startsAt().toString()).put("end", booking.endsAt().toString());
    node.put("duration", 30).put("createdAt", booking.bookedAt().toString());
    node.put("updatedAt", one.updatedAt().toString()).put("location", location(booking));
    node.putObject("eventType").put("id", booking.eventType()).put("slug", "call");
    node.put("absentHost", one.absent().contains(booking.host())).putArray("guests");
    node.putArray("hosts").addObject().put("id", 1).put("name", "H").put("email", booking.host());
    ArrayNode attendees = node.putArray("attendees");
    for (String email : booking.attendees()) {
      attendees
          .addObject()
          .put("name", "N")
          .put("email", email)
          .put("timeZone", "Europe/Brussels")
          .put("absent", one.absent().contains(email));
    }
    return node;
  }

  private static ObjectNode body(String trigger, Object createdAt) {
    return Json.MAPPER
        .createObjectNode()
        .put("triggerEvent", trigger)
        .put("createdAt", createdAt.toString());
  }

  private static String location(Appointment booking) {
    return booking.inPerson() ? "inPerson" : "integrations:daily";
  }

  private static void attendees(ObjectNode node, List<String> addresses) {
    ArrayNode attendees = node.putArray("attendees");
    for (String email : addresses) {
      attendees.addObject().put("email", email).put("name", "N").put("timeZone", "Europe/Brussels");
    }
  }
}
