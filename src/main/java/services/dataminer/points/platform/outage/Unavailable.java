package services.dataminer.points.platform.outage;

import java.io.Serial;
import java.time.Duration;

/// Something this product depends on cannot be reached, or does not answer as it should: a queue,
/// the table, a secret. Nothing is wrong with the request, and the same request may succeed later.
public class Unavailable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /// After how long a caller is asked to try again.
  public static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  /// @param message what could not be reached and what to do; no personal data, it is logged
  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /// @param message what could not be reached and what to do; no personal data, it is logged
  public Unavailable(String message) {
    super(message);
  }
}
