package services.dataminer.points.platform.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import services.dataminer.points.platform.log.FailureText;
import services.dataminer.points.platform.outage.Unavailable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/// The one place where exceptions become responses.
public final class HttpEdge {

  private static final Logger LOG = Logger.getLogger(HttpEdge.class);

  private HttpEdge() {}

  /// The response to a call, or the problem that it ran into.
  ///
  /// Problems are the caller's and are not logged. Outages get a 503 and are logged as warnings;
  /// everything else is a bug, gets a 500 and is logged as an error. Errors such as exhausted
  /// memory are not caught, so that they end the process.
  ///
  /// @param call handles the call
  public static APIGatewayV2HTTPResponse answer(Supplier<APIGatewayV2HTTPResponse> call) {
    try {
      return call.get();
    } catch (ProblemException refused) {
      return Responses.problem(refused.problem());
    } catch (Unavailable | SdkClientException outage) {
      return unavailable(outage);
    } catch (SdkServiceException answer) {
      return isOutage(answer) ? unavailable(answer) : failure(answer);
    } catch (RuntimeException bug) {
      return failure(bug);
    }
  }

  private static boolean isOutage(SdkServiceException answer) {
    return answer.isThrottlingException() || answer.statusCode() >= 500;
  }

  private static APIGatewayV2HTTPResponse unavailable(RuntimeException outage) {
    LOG.warnf("responded 503: %s", FailureText.of(outage));
    return Responses.problem(Problem.unavailable());
  }

  private static APIGatewayV2HTTPResponse failure(RuntimeException bug) {
    LOG.errorf("responded 500: %s", FailureText.of(bug));
    return Responses.problem(Problem.fault());
  }
}
