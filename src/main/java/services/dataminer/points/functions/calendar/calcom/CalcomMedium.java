package services.dataminer.points.functions.calendar.calcom;

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

  private static final JsonPointer LOCATION = JsonPointer.compile("/location");

  /// What the booker chose, in the order in which it is believed.
  private static final List<JsonPointer> ANSWERS =
      List.of(
          JsonPointer.compile("/responses/location/value/value"),
          JsonPointer.compile("/responses/location/value"),
          JsonPointer.compile("/responses/location"));

  private static final JsonPointer VIDEO_CALL_URL = JsonPointer.compile("/metadata/videoCallUrl");
  private static final Pattern CALL =
      Pattern.compile(
          "(integrations|tel|sips?|skype|callto|zoommtg|msteams):.*|[a-z][a-z0-9+.-]{0,30}://.*"
              + "|[a-z0-9.-]{1,200}[.][a-z]{2,20}/[^ ]+|phone|userphone|attendeephone");

  /// What people write between the digits of a phone number, and what their keyboards put around.
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\p{Z}\\p{Cf}\\p{Pd}()./]");

  private static final Pattern PHONE_NUMBER =
      Pattern.compile("[+]?[0-9]{7,20}((ext|x|,|;|#)[0-9]{1,8})?");

  private CalcomMedium() {}

  /// @param body the places in which the booking's fields are
  /// @return empty if nothing is said about it
  static Optional<Medium> of(CalcomBody body) {
    return stated(body).or(() -> hinted(body));
  }

  /// The place as the booking has it now, without what the booker chose once or what a link hints.
  static Optional<Medium> stated(CalcomBody body) {
    return texts(body, LOCATION).findFirst().map(CalcomMedium::of);
  }

  private static Optional<Medium> hinted(CalcomBody body) {
    return ANSWERS.stream()
        .flatMap(pointer -> texts(body, pointer))
        .findFirst()
        .map(CalcomMedium::of)
        .or(() -> texts(body, VIDEO_CALL_URL).findFirst().map(_ -> Medium.VIDEO_CALL));
  }

  /// @param location as it was sent
  static Medium of(String location) {
    String line = location.lines().findFirst().orElse("").strip().toLowerCase(Locale.ROOT);
    return CALL.matcher(line).matches() || isPhoneNumber(line)
        ? Medium.VIDEO_CALL
        : Medium.IN_PERSON;
  }

  private static boolean isPhoneNumber(String line) {
    return PHONE_NUMBER.matcher(BETWEEN_DIGITS.matcher(line).replaceAll("")).matches();
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
