package services.dataminer.points.platform.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads bodies of `application/x-www-form-urlencoded` without taking their values for text: what
/// is no UTF-8 is noticed by whoever reads them.
public final class FormBody {

  /// More than a form of xAPI has, or one of the pages.
  private static final int MOST_FIELDS = 20;

  private FormBody() {}

  /// The fields by name, in their order.
  ///
  /// @throws ProblemException 400 if it is no such form, or has a field twice
  public static Map<String, byte[]> fields(byte[] body) {
    var fields = new LinkedHashMap<String, byte[]>();
    int at = 0;
    while (at < body.length) {
      int end = next(body, '&', at, body.length);
      int nameEnd = next(body, '=', at, end);
      if (nameEnd == end || fields.size() == MOST_FIELDS) {
        throw malformed();
      }
      String name = new String(decoded(body, at, nameEnd), StandardCharsets.UTF_8);
      if (fields.put(name, decoded(body, nameEnd + 1, end)) != null) {
        throw malformed();
      }
      at = end + 1;
    }
    return fields;
  }

  private static int next(byte[] body, char sought, int from, int to) {
    int at = from;
    while (at < to && body[at] != sought) {
      at++;
    }
    return at;
  }

  private static byte[] decoded(byte[] body, int from, int to) {
    var decoded = new ByteArrayOutputStream(to - from);
    for (int at = from; at < to; at++) {
      if (body[at] == '%') {
        decoded.write(hex(body, at + 1, to) << 4 | hex(body, at + 2, to));
        at += 2;
      } else {
        decoded.write(body[at] == '+' ? ' ' : body[at]);
      }
    }
    return decoded.toByteArray();
  }

  private static int hex(byte[] body, int at, int to) {
    int digit = at < to ? Character.digit(body[at], 16) : -1;
    if (digit < 0) {
      throw malformed();
    }
    return digit;
  }

  private static ProblemException malformed() {
    return Problem.malformedBody(
            "The body is not a form of at most %d fields, each sent once and percent-encoded."
                .formatted(MOST_FIELDS))
        .asException();
  }
}
