package services.dataminer.points.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/// Where the next page of a list begins, opaque to callers.
public final class Cursor {

  /// Far more than a sort key of ours, far less than DynamoDB takes for one.
  private static final int LONGEST = 600;

  private Cursor() {}

  /// The place that a call's `cursor` names; empty for the first page.
  ///
  /// @param list reads a place of this list; empty where it is none
  /// @throws ProblemException 422 if it is no cursor of this list
  public static <T> Optional<T> in(Request request, Function<String, Optional<T>> list) {
    return request.query("cursor").map(cursor -> place(cursor, list));
  }

  /// The cursor of a place.
  public static String of(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T place(String cursor, Function<String, Optional<T>> list) {
    return decoded(cursor)
        .flatMap(list)
        .orElseThrow(
            () ->
                Problem.invalidField("cursor", "must be the next value of the previous page")
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
