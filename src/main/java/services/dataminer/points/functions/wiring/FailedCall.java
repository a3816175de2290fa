package services.dataminer.points.functions.wiring;

import java.io.Serial;
import services.dataminer.points.platform.log.FailureText;

/// A call that failed, told without addresses and without text that a caller sent. Lambda logs what
/// a function throws, every cause with its message, and stores it with the call among the dead
/// letters of nights.
final class FailedCall extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /// @param failed whose causes are told in this one's message, and not kept
  FailedCall(RuntimeException failed) {
    super(FailureText.of(failed));
    setStackTrace(failed.getStackTrace());
  }
}
