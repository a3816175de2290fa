package services.dataminer.points.functions.calendar;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.Booking.Medium;

/// Where a Cal.com booking takes place: `integrations:daily`, a URL and a phone number are calls,
/// `inPerson`, an address or a label is a place.
final class CalcomMedium {

  /// In the order in which they are believed.
  private static final List<JsonPointer> LOCATIONS =
      List.of(
          JsonPointer.compile("/location"),
          JsonPointer.compile("/responses/location/value/value"),
          JsonPointer.compile("/responses/location/value"),
          JsonPointer.compile("/responses/location"));

  private static final JsonPointer VIDEO_CALL_URL = JsonPointer.compile("/metadata/videoCallUrl");
  private static final Pattern CALL =
      Pattern.compile("(integrations:|https?://|tel:).*|phone|userphone|attendeephone");

  /// As people write them: seven digits and more, and only what stands between digits.
  private static final Pattern PHONE_NUMBER = Pattern.compile("\\(?\\+?[0-9 ()./-]{6,30}[0-9]");

  private static final int FEWEST_DIGITS = 7;

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

  /// @param location as it was told
  static Medium of(String location) {
    String line = location.lines().findFirst().orElse("").strip().toLowerCase(Locale.ROOT);
    return CALL.matcher(line).matches() || isPhoneNumber(line)
        ? Medium.VIDEO_CALL
        : Medium.IN_PERSON;
  }

  private static boolean isPhoneNumber(String line) {
    return PHONE_NUMBER.matcher(line).matches()
        && line.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
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
