package services.dataminer.points.functions.member;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;

/// Where the next page of a list begins: opaque to callers.
final class Cursor {

  private static final int LONGEST = 600;

  private Cursor() {}

  /// The place that a call's `cursor` names.
  ///
  /// @param prefix what every place of this list begins with
  static Optional<String> in(Request request, String prefix) {
    return request.query("cursor").map(cursor -> decode(cursor, prefix));
  }

  private static String decode(String cursor, String prefix) {
    try {
      String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (cursor.length() <= LONGEST && place.startsWith(prefix)) {
        return place;
      }
    } catch (IllegalArgumentException _) {
      // Answered below, like any other text that is no cursor of ours.
    }
    throw Problem.invalidField("cursor", "must be the `next` of the page before").asException();
  }

  static String of(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }
}
