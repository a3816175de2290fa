package services.dataminer.points.chaos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import services.dataminer.points.chaos.model.Happening;
import services.dataminer.points.chaos.model.Happening.AbsenceMarked;
import services.dataminer.points.chaos.model.Happening.Appointment;
import services.dataminer.points.chaos.model.Happening.BookingAnnounced;
import services.dataminer.points.chaos.model.Happening.ContributionMade;
import services.dataminer.points.chaos.model.Happening.CourseEntered;
import services.dataminer.points.chaos.model.Happening.EndAnnounced;
import services.dataminer.points.chaos.model.Happening.Erasure;
import services.dataminer.points.chaos.model.Happening.EventHosted;
import services.dataminer.points.chaos.model.Happening.MeetingReported;
import services.dataminer.points.chaos.model.Happening.PartnerEntered;
import services.dataminer.points.chaos.model.Happening.PointsAdjusted;
import services.dataminer.points.chaos.model.Happening.RecordKept;
import services.dataminer.points.chaos.model.Happening.ShowEntered;
import services.dataminer.points.chaos.model.Happening.SignUp;
import services.dataminer.points.chaos.model.Happening.StatementMade;
import services.dataminer.points.chaos.model.Happening.StatementVoided;
import services.dataminer.points.chaos.model.Happening.UseCaseAccepted;
import services.dataminer.points.chaos.model.Happening.Withdrawal;
import services.dataminer.points.chaos.model.World;
import services.dataminer.points.e2e.PointsClient;
import services.dataminer.points.platform.json.Json;

/// Sends what happens through the ways in, as whoever reports it would.
///
/// @param world says by which addresses people are known
record Letters(PointsClient points, World world) {

  /// @throws java.io.UncheckedIOException without an answer
  PointsClient.Answer send(Happening happening) {
    return switch (happening) {
      case BookingAnnounced one -> points.calcom(CalcomLetters.announced(one).toString());
      case EndAnnounced one -> points.calcom(CalcomLetters.ended(one).toString());
      case AbsenceMarked one -> points.calcom(CalcomLetters.absent(one).toString());
      case RecordKept _ -> throw new IllegalArgumentException("records are read, not sent");
      case MeetingReported one ->
          points.cloudEvent(UUID.randomUUID().toString(), reported(one).toString());
      case StatementMade one -> points.lms(new StatementLetters(world).made(one).toString());
      case StatementVoided one -> points.lms(new StatementLetters(world).voided(one).toString());
      case ContributionMade one -> points.post("/v1/contributions", contribution(one).toString());
      case EventHosted one -> points.post("/v1/hosted-events", hosted(one).toString());
      case UseCaseAccepted one ->
          points.post("/v1/use-cases/" + one.id() + "/acceptance", accepted(one).toString());
      case PointsAdjusted one -> points.post("/v1/adjustments", adjusted(one).toString());
      case Withdrawal one ->
          points.post(
              "/v1/activities/" + one.about() + "/retraction",
              "{\"reason\":\"entered by mistake\"}");
      case PartnerEntered one ->
          points.put("/v1/partners/" + one.about(), partner(one.partner()).toString());
      case SignUp one -> points.put("/v1/members/" + one.about(), member(one.person()).toString());
      case Erasure one -> points.delete("/v1/members/" + one.about());
      case ShowEntered one -> points.put("/v1/shows/" + one.about(), show(one.show()).toString());
      case CourseEntered one ->
          points.put(
              "/v1/courses?id=" + URLEncoder.encode(one.object(), StandardCharsets.UTF_8),
              course(one.course()).toString());
    };
  }

  /// Many statements at once, as Moodle sends them.
  PointsClient.Answer sendAll(List<? extends Happening> statements) {
    ArrayNode batch = Json.MAPPER.createArrayNode();
    var letters = new StatementLetters(world);
    for (Happening one : statements) {
      batch.add(
          one instanceof StatementMade made
              ? letters.made(made)
              : letters.voided((StatementVoided) one));
    }
    return points.lms(batch.toString());
  }

  private static ObjectNode reported(MeetingReported one) {
    Appointment booking = one.appointment();
    ObjectNode event = object().put("specversion", "1.0").put("id", "evt-" + one.meetingId());
    event.put("source", "https://calendar.example/automation");
    event.put("type", "services.dataminer.points.meeting.ended.v1");
    event.put("time", booking.endsAt().plusSeconds(60).toString());
    ObjectNode data = event.putObject("data").put("meetingId", one.meetingId());
    data.put("kind", one.show().isPresent() ? "exhibition" : "virtual");
    one.show().ifPresent(show -> data.put("showId", show));
    data.put("scheduledAt", booking.bookedAt().toString());
    data.put("startsAt", booking.startsAt().toString());
    data.put("endsAt", booking.endsAt().toString());
    data.put("host", booking.host()).put("initiator", booking.attendees().getFirst());
    ArrayNode attendees = data.putArray("attendees");
    for (String email : booking.attendees()) {
      attendees.addObject().put("email", email).put("noShow", one.absent().contains(email));
    }
    if (one.absent().contains(booking.host())) {
      attendees.addObject().put("email", booking.host()).put("noShow", true);
    }
    return event;
  }

  private static ObjectNode contribution(ContributionMade one) {
    ObjectNode body = object().put("id", one.id()).put("memberId", one.member());
    body.put("action", one.action()).put("occurredAt", one.at().toString());
    one.points().ifPresent(points -> body.put("points", points));
    return body;
  }

  private static ObjectNode hosted(EventHosted one) {
    ObjectNode body = object().put("id", one.id()).put("title", "On tour").put("series", "EMPOWER");
    ArrayNode days = body.putArray("days");
    one.days()
        .forEach(
            (date, points) -> days.addObject().put("date", date.toString()).put("points", points));
    one.people().forEach(body.putArray("people")::add);
    return body;
  }

  private static ObjectNode accepted(UseCaseAccepted one) {
    ObjectNode body = object().put("title", "Integration").put("points", one.points());
    body.put("acceptedOn", one.on().toString());
    one.authors().forEach(body.putArray("authors")::add);
    return body;
  }

  private static ObjectNode adjusted(PointsAdjusted one) {
    return object()
        .put("id", one.id())
        .put("memberId", one.member())
        .put("points", one.points())
        .put("reason", "a correction")
        .put("occurredAt", one.at().toString());
  }

  private static ObjectNode partner(World.Partner partner) {
    ObjectNode body = object().put("name", partner.id()).put("kind", "BUSINESS");
    body.putArray("domains").add(partner.domain());
    return body;
  }

  private static ObjectNode member(World.Person person) {
    ObjectNode body = object().put("name", person.id()).put("partnerId", person.partner());
    body.put("signedUpOn", person.signedUpOn().toString()).put("autoTransfer", person.automatic());
    person.addresses().forEach(body.putArray("emails")::add);
    body.putArray("accounts")
        .addObject()
        .put("homePage", "https://lms.example")
        .put("name", person.account());
    return body;
  }

  private static ObjectNode show(World.Show show) {
    ObjectNode body = object().put("name", show.id()).put("timeZone", show.zone().getId());
    body.put("startsOn", show.startsOn().toString()).put("endsOn", show.endsOn().toString());
    body.putArray("calendarEventTypes").add(show.eventType());
    return body;
  }

  private static ObjectNode course(World.Course course) {
    ObjectNode body =
        object().put("title", "Training").put("kind", course.quiz() ? "QUIZ" : "COURSE");
    ObjectNode points = body.putObject("points");
    if (course.quiz()) {
      points.put("passed", course.done());
    } else {
      points.put("enrolled", course.enrolled()).put("completed", course.done());
    }
    return body;
  }

  private static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }
}
