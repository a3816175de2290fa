package services.dataminer.points.localcloud;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Query strings and percent-encoding.
final class Query {
  private Query() {}

  /// The decoded parameters; the values of one that comes more than once are joined by commas, as
  /// in payload format 2.0.
  ///
  /// @param raw as sent; may be null
  /// @throws IllegalArgumentException when the encoding is broken
  static Map<String, String> parameters(String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        String[] parts = pair.split("=", 2);
        if (!parts[0].isEmpty()) {
          parameters.merge(
              decode(parts[0]),
              parts.length > 1 ? decode(parts[1]) : "",
              (first, next) -> first + "," + next);
        }
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /// A piece of a path decoded: unlike in a query, `+` is a plus.
  static String decodePath(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
