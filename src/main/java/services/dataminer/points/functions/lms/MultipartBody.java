package services.dataminer.points.functions.lms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;

/// Splits a `multipart/mixed` body (RFC 2046, 5.1) into its parts, reading each byte once. Lines
/// may end with a line feed alone. What stands before the first boundary and after the last is
/// ignored.
final class MultipartBody {

  static final String MEDIA_TYPE = "multipart/mixed";

  /// The most parts of one body: each takes memory, and a part can be as short as its boundary.
  static final int MOST_PARTS = 10_000;

  /// A part: its header fields by lower-case name, and a view of its bytes.
  record Part(Map<String, String> headers, ByteBuffer content) {

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    byte[] bytes() {
      byte[] copy = new byte[content.remaining()];
      content.duplicate().get(copy);
      return copy;
    }
  }

  /// 1 to 70 characters of a closed set; quoted where one of them has a meaning in a header.
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "[^;]*;(?:[^\"]*;)?\\s*boundary=(?:\"([0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-])\"|([0-9A-Za-z'()+_,./:=?-]{1,70}))\\s*(?:;.*)?",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_CONTENT_TYPE = 1_000;
  private static final int LONGEST_HEADERS = 16 * 1024;

  private final byte[] body;
  private final byte[] delimiter;
  private int at;

  private MultipartBody(byte[] body, String boundary) {
    this.body = body;
    this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The parts of a body, at least one.
  ///
  /// @param contentType the request's, which names the boundary
  /// @throws ProblemException 400 if it names none, or the body is not made of parts that it bounds
  static List<Part> parts(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (contentType.length() > LONGEST_CONTENT_TYPE || !boundary.matches()) {
      throw malformed("The Content-Type lacks a valid boundary for multipart/mixed.");
    }
    String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    return new MultipartBody(body, text).parts();
  }

  private List<Part> parts() {
    var parts = new ArrayList<Part>();
    while (at < body.length && !isDelimiter()) {
      nextLine();
    }
    while (at < body.length && !isLastDelimiter()) {
      if (parts.size() == MOST_PARTS) {
        throw malformed("The body has more than " + MOST_PARTS + " parts.");
      }
      nextLine();
      parts.add(part());
    }
    if (parts.isEmpty() || at >= body.length) {
      throw malformed("The body has no parts separated by the boundary in its Content-Type.");
    }
    return parts;
  }

  private Part part() {
    Map<String, String> headers = headers();
    int from = at;
    while (at < body.length && !isDelimiter()) {
      nextLine();
    }
    // The line end before a boundary belongs to the boundary.
    int to = at;
    if (to > from && body[to - 1] == '\n') {
      to -= to - 1 > from && body[to - 2] == '\r' ? 2 : 1;
    }
    return new Part(headers, ByteBuffer.wrap(body, from, to - from).slice());
  }

  /// The fields up to an empty line; a line that begins with a space continues the one before.
  private Map<String, String> headers() {
    var headers = new HashMap<String, String>();
    String name = "";
    int from = at;
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (at - from > LONGEST_HEADERS) {
        throw malformed("A part has more than " + LONGEST_HEADERS + " bytes of headers.");
      } else if (!Character.isWhitespace(line.charAt(0)) && colon > 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (headers.put(name, line.substring(colon + 1).strip()) != null) {
          throw malformed("A part has the header " + printable(name) + " twice.");
        }
      } else if (Character.isWhitespace(line.charAt(0)) && !name.isEmpty()) {
        headers.merge(name, line.strip(), (before, more) -> (before + " " + more).strip());
      } else {
        throw malformed("A part has an invalid header line.");
      }
    }
    return headers;
  }

  private String line() {
    if (at >= body.length || isDelimiter()) {
      throw malformed("A part lacks the empty line after its headers.");
    }
    int from = at;
    nextLine();
    return new String(body, from, at - from, StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private void nextLine() {
    while (at < body.length && body[at] != '\n') {
      at++;
    }
    at = Math.min(at + 1, body.length);
  }

  /// Whether the line here is the boundary, alone or as the last one.
  private boolean isDelimiter() {
    if (!startsWith(at, delimiter)) {
      return false;
    }
    int after = at + delimiter.length;
    while (after < body.length && (body[after] == ' ' || body[after] == '\t')) {
      after++;
    }
    return isLastDelimiter()
        || after < body.length && body[after] == '\n'
        || after + 1 < body.length && body[after] == '\r' && body[after + 1] == '\n';
  }

  private boolean isLastDelimiter() {
    return startsWith(at, delimiter) && startsWith(at + delimiter.length, new byte[] {'-', '-'});
  }

  private boolean startsWith(int offset, byte[] bytes) {
    if (offset + bytes.length > body.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (body[offset + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static String printable(String name) {
    return name.replaceAll("[^!-~]", "?").substring(0, Math.min(100, name.length()));
  }

  private static ProblemException malformed(String detail) {
    return Problem.malformedBody(detail).asException();
  }
}
