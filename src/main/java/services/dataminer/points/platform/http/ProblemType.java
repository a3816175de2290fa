package services.dataminer.points.platform.http;

/// The kinds of problems that calls are answered with. `docs/problems.md` tells a caller what to do
/// about each.
public enum ProblemType {
  MALFORMED_BODY("malformed-body", "The body cannot be read", 400),
  INVALID_REQUEST("invalid-request", "The request is not one that is taken here", 400),
  INVALID_STATEMENT("invalid-statement", "A statement is not valid", 400),
  UNAUTHORIZED("unauthorized", "The caller is not known", 401),
  FORBIDDEN("forbidden", "The caller may not do this", 403),
  NOT_FOUND("not-found", "There is no such thing", 404),
  CONFLICT("conflict", "This contradicts what is stored", 409),
  BODY_TOO_LARGE("body-too-large", "The body is too large", 413),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The media type is not taken here", 415),
  INVALID_FIELDS("invalid-fields", "The request is well-formed but wrong", 422),
  FAULT("fault", "This service failed", 500),
  UNAVAILABLE("unavailable", "Not possible just now", 503);

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

  /// The `type` of the problem, which a program tells problems apart by.
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
