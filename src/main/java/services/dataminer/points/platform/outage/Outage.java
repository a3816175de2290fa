package services.dataminer.points.platform.outage;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/// What counts as an outage among the failures of calls to AWS: no answer, throttling, or a failure
/// on the other side. Any other answer refuses the call, and would refuse it again.
public final class Outage {

  private static final int INTERNAL_ERROR = 500;

  private Outage() {}

  /// Whether the same call may succeed later.
  public static boolean is(SdkException failure) {
    return !(failure instanceof SdkServiceException answer)
        || answer.isThrottlingException()
        || answer.statusCode() >= INTERNAL_ERROR;
  }
}
