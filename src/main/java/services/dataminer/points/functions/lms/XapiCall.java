package services.dataminer.points.functions.lms;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import services.dataminer.points.platform.http.FormBody;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;

/// A call of xAPI, in whichever of its two ways it was made: as HTTP has it, or all in the form of
/// a POST whose parameter `method` names the method meant, for senders that can set no headers
/// (Part Three, 1.3).
///
/// @param route the method meant and the path: `PUT /xapi/statements`
/// @param headers by lower-case name
/// @param parameters of the query
/// @param body without the form around it
/// @param receivedAt when the gateway took it
record XapiCall(
    String route,
    Map<String, String> headers,
    Map<String, String> parameters,
    byte[] body,
    Instant receivedAt) {

  /// What reaches a function: neither API Gateway nor Lambda hands on more.
  static final int MOST_BYTES = 6 * 1024 * 1024;

  static final String CONTENT_TYPE = "content-type";

  private static final String METHOD = "method";
  private static final String CONTENT = "content";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final Set<String> HEADERS_IN_FORM =
      Set.of(
          "authorization",
          XapiVersion.HEADER,
          CONTENT_TYPE,
          "content-length",
          "if-match",
          "if-none-match");

  /// The call that a request makes.
  ///
  /// @throws ProblemException 413 if it has more than [#MOST_BYTES], 400 if it is all in a form and
  ///   not as xAPI asks
  static XapiCall of(Request request) {
    byte[] body = request.body(MOST_BYTES);
    String[] route = request.routeKey().split(" ", 2);
    boolean inForm = route[0].equals("POST") && request.queryNames().contains(METHOD);
    return inForm ? ofForm(request, route[1], body) : plain(request, body);
  }

  private static XapiCall plain(Request request, byte[] body) {
    var parameters = new HashMap<String, String>();
    request.queryNames().forEach(name -> parameters.put(name, request.query(name).orElse("")));
    return new XapiCall(
        request.routeKey(), request.headers(), parameters, body, request.receivedAt());
  }

  private static XapiCall ofForm(Request request, String path, byte[] body) {
    String method = request.query(METHOD).orElse("");
    if (!Set.of("POST", "PUT").contains(method)) {
      throw refused("The parameter method must be POST or PUT: statements cannot be read here.");
    }
    if (request.queryNames().size() > 1) {
      throw refused("With the parameter method, send all other parameters in the form.");
    }
    if (!request.mediaType().equals(FORM)) {
      throw refused("With the parameter method, send a form: Content-Type " + FORM + ".");
    }
    var headers = new HashMap<>(request.headers());
    headers.put(CONTENT_TYPE, "application/json");
    var parameters = new HashMap<String, String>();
    byte[] content = null;
    for (Map.Entry<String, byte[]> field : FormBody.fields(body).entrySet()) {
      String name = field.getKey();
      String value = new String(field.getValue(), StandardCharsets.UTF_8);
      if (name.equals(CONTENT)) {
        content = field.getValue();
      } else if (HEADERS_IN_FORM.contains(name.toLowerCase(Locale.ROOT))) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
      } else {
        parameters.put(name, value);
      }
    }
    if (content == null) {
      throw refused("The form lacks the field content, which contains the statements.");
    }
    return new XapiCall(method + " " + path, headers, parameters, content, request.receivedAt());
  }

  private static ProblemException refused(String detail) {
    return Problem.invalidRequest(detail).asException();
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /// The content type without its parameters, in lower case; empty where there is none.
  String mediaType() {
    return Request.mediaType(header(CONTENT_TYPE).orElse(""));
  }
}
