package services.dataminer.points.platform.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import services.dataminer.points.platform.outage.Unavailable;

/// An error response, as `application/problem+json` (RFC 9457).
///
/// @param detail what was wrong, where, and what to do about it
/// @param errors what is wrong with each field; empty unless fields are wrong
/// @param headers of the response, besides its content type
public record Problem(
    ProblemType type, String detail, List<FieldViolation> errors, Map<String, String> headers) {

  public Problem {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(detail, "detail");
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
  }

  /// 400: the body is not a JSON object, or cannot be read safely.
  public static Problem malformedBody(String detail) {
    return of(ProblemType.MALFORMED_BODY, detail);
  }

  /// 400: a header or parameter is missing or wrong, or the request exceeds a limit.
  public static Problem invalidRequest(String detail) {
    return of(ProblemType.INVALID_REQUEST, detail);
  }

  /// 400: an xAPI statement is not valid.
  ///
  /// @param violation the first thing that is wrong with it
  public static Problem invalidStatement(String detail, FieldViolation violation) {
    return new Problem(ProblemType.INVALID_STATEMENT, detail, List.of(violation), Map.of());
  }

  /// 401: the caller is not authenticated.
  ///
  /// @param challenge the value of `WWW-Authenticate`: how to authenticate
  public static Problem unauthorized(String detail, String challenge) {
    return new Problem(
        ProblemType.UNAUTHORIZED, detail, List.of(), Map.of("www-authenticate", challenge));
  }

  /// 403: the caller is authenticated, but lacks permission.
  public static Problem forbidden(String detail) {
    return of(ProblemType.FORBIDDEN, detail);
  }

  /// 404.
  public static Problem notFound(String detail) {
    return of(ProblemType.NOT_FOUND, detail);
  }

  /// 404 for an id that nothing has.
  ///
  /// @param what such as `show`
  public static Problem unknown(String what, String id) {
    return notFound("There is no " + what + " " + id + ".");
  }

  /// 409: the request contradicts what is stored.
  public static Problem conflict(String detail) {
    return of(ProblemType.CONFLICT, detail);
  }

  /// 409: one field contradicts what is stored.
  ///
  /// @param message to be read after the field's name: `belongs to partner acme`
  public static Problem conflict(String field, String message) {
    return new Problem(
        ProblemType.CONFLICT,
        "Nothing was stored: " + field + " " + message + ".",
        List.of(new FieldViolation(field, message)),
        Map.of());
  }

  /// 413.
  public static Problem bodyTooLarge(int limitBytes) {
    return of(
        ProblemType.BODY_TOO_LARGE,
        "The body exceeds the limit of " + limitBytes + " bytes. Send less at once.");
  }

  /// 415.
  public static Problem unsupportedMediaType(List<String> taken) {
    return of(
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        "Send the body with Content-Type " + String.join(" or ", taken) + ".");
  }

  /// 422: fields are wrong, each of them named.
  public static Problem invalidFields(List<FieldViolation> errors) {
    return new Problem(
        ProblemType.INVALID_FIELDS,
        "Nothing was stored. Correct the fields in errors and send the request again.",
        errors,
        Map.of());
  }

  /// 422: one field is wrong.
  public static Problem invalidField(String field, String message) {
    return invalidFields(List.of(new FieldViolation(field, message)));
  }

  /// 500: this product failed.
  public static Problem internalError() {
    return of(
        ProblemType.INTERNAL_ERROR,
        "The error is logged. A retry may not help: report the time of the call.");
  }

  /// 503: a system that the call needs is down; the same call may succeed later.
  public static Problem unavailable() {
    return new Problem(
        ProblemType.UNAVAILABLE,
        "A system that this call needs is unreachable. Retry after the seconds in Retry-After.",
        List.of(),
        Map.of("retry-after", Long.toString(Unavailable.RETRY_AFTER.toSeconds())));
  }

  /// This problem as an exception, which [HttpEdge] turns into the response.
  public ProblemException asException() {
    return new ProblemException(this);
  }

  private static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of(), Map.of());
  }
}
