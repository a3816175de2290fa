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
/// as are the names that Cal.com shows for them; `inPerson`, an address or another label is a
/// place. A URL may also lead to a map of the place, or be left over from a call; an answer that
/// names a place then tells.
final class CalcomMedium {

  private static final JsonPointer LOCATION = JsonPointer.compile("/location");

  /// What the booker chose, in the order in which it is believed.
  private static final List<JsonPointer> ANSWERS =
      List.of(
          JsonPointer.compile("/responses/location/value/value"),
          JsonPointer.compile("/responses/location/value"),
          JsonPointer.compile("/responses/location"));

  /// The same in a record, which may have the whole answer or its value alone.
  private static final List<JsonPointer> RECORDED_ANSWERS =
      List.of(
          JsonPointer.compile("/bookingFieldsResponses/location/value"),
          JsonPointer.compile("/bookingFieldsResponses/location"));

  private static final JsonPointer VIDEO_CALL_URL = JsonPointer.compile("/metadata/videoCallUrl");
  private static final String WITHOUT_SCHEME = "[a-z0-9.-]{1,200}[.][a-z]{2,20}/[^ ]+";
  private static final Pattern CALL =
      Pattern.compile(
          "(integrations|tel|sips?|skype|callto|zoommtg|msteams):.*|[a-z][a-z0-9+.-]{0,30}://.*|"
              + WITHOUT_SCHEME
              + "|phone|userphone|attendeephone|(organizer|attendee) phone number|phone call"
              + "|link( meeting)?|conferencing|default (conferencing )?app|video call|cal video"
              + "|zoom( video| meeting)?|google meet|(microsoft |ms )?teams( meeting)?"
              + "|(cisco )?webex( meeting)?|skype|whereby( video)?|jitsi( video| meet)?|discord"
              + "|facetime");
  private static final Pattern LINK = Pattern.compile("https?://.*|" + WITHOUT_SCHEME);

  /// Links that lead to nothing but calls. Cal Video is on any host.
  private static final Pattern LINK_OF_CALL =
      Pattern.compile(
          "(https?://)?([a-z0-9-]{1,63}[.]){0,9}(zoom[.]us|zoomgov[.]com|meet[.]google[.]com"
              + "|teams[.](microsoft[.](com|us)|live[.]com|cloud[.]microsoft)|skype[.]com|webex[.]com"
              + "|whereby[.]com|jit[.]si|8x8[.]vc|daily[.]co|goto[.]com|gotomeeting[.]com"
              + "|gotomeet[.]me|bluejeans[.]com|chime[.]aws|ringcentral[.]com|dialpad[.]com"
              + "|facetime[.]apple[.]com|discord[.](gg|com)|riverside[.]fm|huddle01[.]com"
              + "|wa[.]me|signal[.]me)([:/?#].*)?"
              + "|(https?://)?[^/ ]{1,200}/video/.*");

  /// The answer that chooses a kind of location, and does not say whether it is a place.
  private static final String OPEN_ANSWER = "somewhereelse";

  /// Names that Cal.com shows for kinds of calls.
  private static final Pattern NAME_OF_CALL =
      Pattern.compile(
          ".*\\b(zoom|google meet|teams|webex|skype|whereby|jitsi|cal video|video call|phone call"
              + "|link meeting|default app|discord|facetime)\\b.*");

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

  /// The place as the booking has it now. What the booker chose once counts only where that is a
  /// link which may lead anywhere, such as to a map of the place.
  static Optional<Medium> stated(CalcomBody body) {
    return texts(body, LOCATION)
        .findFirst()
        .map(
            location ->
                isOpenLink(location) && answer(body).filter(CalcomMedium::isPlace).isPresent()
                    ? Medium.IN_PERSON
                    : of(location));
  }

  /// The place of a booking of Cal.com's API. That gives the link of a call as the location for as
  /// long as it has one, also once the booking has moved to a place; the answer is kept up to date.
  ///
  /// @param location as the record gives it
  static Medium ofRecord(JsonNode booking, String location) {
    return LINK.matcher(line(location)).matches()
            && RECORDED_ANSWERS.stream()
                .flatMap(pointer -> text(booking, pointer))
                .findFirst()
                .filter(CalcomMedium::isPlace)
                .isPresent()
        ? Medium.IN_PERSON
        : of(location);
  }

  private static Optional<Medium> hinted(CalcomBody body) {
    return answer(body)
        .map(CalcomMedium::of)
        .or(() -> texts(body, VIDEO_CALL_URL).findFirst().map(_ -> Medium.VIDEO_CALL));
  }

  private static Optional<String> answer(CalcomBody body) {
    return ANSWERS.stream().flatMap(pointer -> texts(body, pointer)).findFirst();
  }

  private static boolean isPlace(String answer) {
    String line = line(answer);
    return of(answer) == Medium.IN_PERSON
        && !line.equals(OPEN_ANSWER)
        && !NAME_OF_CALL.matcher(line).matches();
  }

  /// A link that may lead to a call or to anything else.
  private static boolean isOpenLink(String location) {
    String line = line(location);
    return LINK.matcher(line).matches() && !LINK_OF_CALL.matcher(line).matches();
  }

  /// @param location as it was sent
  static Medium of(String location) {
    String line = line(location);
    return CALL.matcher(line).matches() || isPhoneNumber(line)
        ? Medium.VIDEO_CALL
        : Medium.IN_PERSON;
  }

  private static String line(String location) {
    return location.lines().findFirst().orElse("").strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isPhoneNumber(String line) {
    return PHONE_NUMBER.matcher(BETWEEN_DIGITS.matcher(line).replaceAll("")).matches();
  }

  private static Stream<String> texts(CalcomBody body, JsonPointer pointer) {
    return body.nodes().flatMap(place -> text(place, pointer));
  }

  private static Stream<String> text(JsonNode node, JsonPointer pointer) {
    return Stream.of(node.at(pointer))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
