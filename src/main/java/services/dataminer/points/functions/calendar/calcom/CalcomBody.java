package services.dataminer.points.functions.calendar.calcom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.ActivityId;

/// The body of a Cal.com webhook, whose booking is beside `triggerEvent` (flat), under `payload`
/// (nested), or both: what is in both is taken from the flat one.
final class CalcomBody {

  /// Any of these beside `triggerEvent` makes a body flat; `createdAt` is there in both shapes.
  private static final List<String> FLAT_FIELDS =
      List.of(
          "uid", "startTime", "endTime", "responses", "attendees", "userPrimaryEmail", "status");

  private static final String TRIGGER = "triggerEvent";
  private static final String SENT_FLAT = "MEETING_ENDED";
  private static final String PAYLOAD = "payload";
  private static final String CREATED_AT = "createdAt";
  private static final Pattern UID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private final Fields root;
  private final boolean flat;
  private final List<Fields> places;
  private final List<JsonNode> nodes;

  private CalcomBody(Fields root, boolean flat, List<Fields> places, List<JsonNode> nodes) {
    this.root = root;
    this.flat = flat;
    this.places = places;
    this.nodes = nodes;
  }

  /// @param body as it was sent
  /// @param root the same, to be read with its violations
  static CalcomBody of(ObjectNode body, Fields root) {
    // Where nothing is said at all, it is missing where the trigger's senders usually say it.
    boolean flat =
        FLAT_FIELDS.stream().anyMatch(name -> root.at(name).isFilled())
            || !root.has(PAYLOAD) && body.path(TRIGGER).asText().equals(SENT_FLAT);
    var places = new ArrayList<Fields>();
    var nodes = new ArrayList<JsonNode>();
    if (flat) {
      places.add(root);
      nodes.add(body);
    }
    if (!flat || root.has(PAYLOAD)) {
      places.add(root.at(PAYLOAD).fields());
      nodes.add(body.path(PAYLOAD));
    }
    return new CalcomBody(root, flat, places, nodes);
  }

  /// A field of the booking, from where it is filled, or else from where it should be.
  Value at(String name) {
    return filled(name).orElseGet(() -> places.getFirst().at(name));
  }

  /// A field of the booking, if it says anything.
  Optional<Value> filled(String name) {
    return places.stream().map(place -> place.at(name)).filter(Value::isFilled).findFirst();
  }

  /// A field of an object of the booking, if it says anything: `responses` may be in both places,
  /// and only one of them may know the guests.
  Optional<Value> filled(String object, String name) {
    return places.stream()
        .map(place -> place.at(object))
        .filter(Value::isFilled)
        .map(value -> value.fields().at(name))
        .filter(Value::isFilled)
        .findFirst();
  }

  /// The booking as JSON, in the order of the places it is in.
  Stream<JsonNode> nodes() {
    return nodes.stream();
  }

  /// The meeting, by the booking's uid.
  ActivityId meeting(Value uid) {
    String value = uid.text(UID, "1 to 128 letters, digits, \"-\" and \"_\"");
    return ActivityId.calcom(value.isEmpty() ? "unread" : value);
  }

  /// What Cal.com says has become of the booking, in capitals; empty where it does not say.
  String status() {
    return filled("status").map(value -> value.text(100)).orElse("").toUpperCase(Locale.ROOT);
  }

  /// When the webhook was sent; for a flat body, when the meeting was booked.
  Instant createdAt() {
    return root.instant(CREATED_AT);
  }

  /// Whether a report of the meeting's ending says when it was booked.
  boolean isDated() {
    return !flat || root.at(CREATED_AT).isFilled();
  }

  /// When the meeting was booked, as far as a report of its ending says.
  Instant bookedAt() {
    Value nested = places.getLast().at(CREATED_AT);
    return !flat && nested.isFilled() ? nested.instant() : createdAt();
  }
}
