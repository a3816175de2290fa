package services.dataminer.points.functions.wiring;

import com.amazonaws.services.lambda.runtime.Context;
import io.quarkus.funqy.lambda.FunqyStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import services.dataminer.points.platform.log.CallIds;

/// Where Lambda calls every function, and priming as well: Funqy's entry, with the ids of the call
/// in each line that is logged meanwhile, which Funqy does not hand on, and without what a failure
/// may quote.
public final class FunctionEntry extends FunqyStreamHandler {

  /// @param context of the call; null for one that is nobody's
  /// @throws FailedCall in place of whatever the function throws
  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    try (var _ = CallIds.of(context == null ? null : context.getAwsRequestId())) {
      super.handleRequest(event, response, context);
    } catch (RuntimeException failed) {
      throw new FailedCall(failed);
    }
  }
}
