package services.dataminer.points.platform.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import services.dataminer.points.platform.log.FailureText;
import services.dataminer.points.platform.outage.Unavailable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/// The one place where exceptions become answers.
public final class HttpEdge {

  private static final Logger LOG = Logger.getLogger(HttpEdge.class);

  private HttpEdge() {}

  /// The answer of a call, or the problem that kept it from one.
  ///
  /// Problems are the caller's and are not logged. Outages are answered 503 and logged as warnings;
  /// everything else is a fault of ours, answered 500 and logged as an error. Errors such as an
  /// exhausted memory pass, so that they end the process.
  ///
  /// @param call what answers the call
  public static APIGatewayV2HTTPResponse answer(Supplier<APIGatewayV2HTTPResponse> call) {
    try {
      return call.get();
    } catch (ProblemException refused) {
      return Responses.problem(refused.problem());
    } catch (Unavailable | SdkClientException outage) {
      return unavailable(outage);
    } catch (SdkServiceException answer) {
      return isOutage(answer) ? unavailable(answer) : fault(answer);
    } catch (RuntimeException bug) {
      return fault(bug);
    }
  }

  private static boolean isOutage(SdkServiceException answer) {
    return answer.isThrottlingException() || answer.statusCode() >= 500;
  }

  private static APIGatewayV2HTTPResponse unavailable(RuntimeException outage) {
    LOG.warnf("responded 503: %s", FailureText.of(outage));
    return Responses.problem(Problem.unavailable());
  }

  private static APIGatewayV2HTTPResponse fault(RuntimeException bug) {
    LOG.errorf("responded 500: %s", FailureText.of(bug));
    return Responses.problem(Problem.fault());
  }
}
