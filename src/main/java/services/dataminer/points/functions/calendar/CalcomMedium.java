package services.dataminer.points.functions.calendar;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.Booking.Medium;

/// Where a Cal.com booking takes place: `integrations:daily` and a URL are video calls, `inPerson`,
/// an address or a label is a place.
final class CalcomMedium {

  /// In the order in which they are believed.
  private static final List<JsonPointer> LOCATIONS =
      List.of(
          JsonPointer.compile("/location"),
          JsonPointer.compile("/responses/location/value/value"),
          JsonPointer.compile("/responses/location/value"),
          JsonPointer.compile("/responses/location"));

  private static final JsonPointer VIDEO_CALL_URL = JsonPointer.compile("/metadata/videoCallUrl");
  private static final Pattern VIDEO_CALL = Pattern.compile("(integrations:|https?://).*");

  private CalcomMedium() {}

  /// @param body the places in which the booking's fields are
  /// @return empty if nothing is said about it
  static Optional<Medium> of(CalcomBody body) {
    return LOCATIONS.stream()
        .flatMap(pointer -> texts(body, pointer))
        .findFirst()
        .map(CalcomMedium::of)
        .or(() -> texts(body, VIDEO_CALL_URL).findFirst().map(_ -> Medium.VIDEO_CALL));
  }

  private static Medium of(String location) {
    String line = location.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    return VIDEO_CALL.matcher(line).matches() ? Medium.VIDEO_CALL : Medium.IN_PERSON;
  }

  private static Stream<String> texts(CalcomBody body, JsonPointer pointer) {
    return body.nodes()
        .map(place -> place.at(pointer))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
