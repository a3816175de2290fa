package services.dataminer.points.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Where the next page of a list begins: a sort key to us, opaque to callers.
public final class Cursor {

  /// Far more than a sort key of ours, far less than DynamoDB takes for one.
  private static final int LONGEST = 600;

  private Cursor() {}

  /// The place that a call's `cursor` names; empty for the first page.
  ///
  /// @param prefix what every place of this list begins with
  /// @throws ProblemException 422 if it is no cursor of this list
  public static Optional<String> in(Request request, String prefix) {
    return request.query("cursor").map(cursor -> place(cursor, prefix));
  }

  /// The cursor of a place.
  public static String of(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  private static String place(String cursor, String prefix) {
    return decoded(cursor)
        .filter(place -> place.startsWith(prefix))
        .orElseThrow(
            () ->
                Problem.invalidField("cursor", "must be the next of the page before")
                    .asException());
  }

  private static Optional<String> decoded(String cursor) {
    try {
      return Optional.of(cursor)
          .filter(text -> text.length() <= LONGEST)
          .map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
