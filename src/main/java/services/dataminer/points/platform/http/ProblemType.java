package services.dataminer.points.platform.http;

/// The kinds of problems. `docs/problems.md` says what a caller can do about each.
public enum ProblemType {
  MALFORMED_BODY("malformed-body", "Body cannot be read", 400),
  INVALID_REQUEST("invalid-request", "Request not accepted", 400),
  INVALID_STATEMENT("invalid-statement", "Invalid statement", 400),
  UNAUTHORIZED("unauthorized", "Authentication failed", 401),
  FORBIDDEN("forbidden", "Not allowed", 403),
  NOT_FOUND("not-found", "Not found", 404),
  CONFLICT("conflict", "Conflict with stored data", 409),
  BODY_TOO_LARGE("body-too-large", "Body too large", 413),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "Media type not supported", 415),
  INVALID_FIELDS("invalid-fields", "Some fields are invalid", 422),
  INTERNAL_ERROR("fault", "Internal error", 500),
  UNAVAILABLE("unavailable", "Temporarily unavailable", 503);

  /// Names, not addresses: RFC 9457 asks for `tag` URIs where there is nothing to fetch.
  private static final String TAG = "tag:dataminer.services,2023:devops-points/problems/";

  private final String name;
  private final String title;
  private final int status;

  ProblemType(String name, String title, int status) {
    this.name = name;
    this.title = title;
    this.status = status;
  }

  /// The `type` of the problem, by which programs distinguish problems.
  public String uri() {
    return TAG + name;
  }

  public String title() {
    return title;
  }

  /// The HTTP status.
  public int status() {
    return status;
  }
}
