package services.dataminer.points.platform.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import services.dataminer.points.platform.log.FailureText;
import services.dataminer.points.platform.outage.Outage;
import services.dataminer.points.platform.outage.Unavailable;
import software.amazon.awssdk.core.exception.SdkException;

/// The one place where exceptions become responses.
public final class HttpEdge {

  private static final Logger LOG = Logger.getLogger(HttpEdge.class);

  /// The route of the daily call that keeps a function's snapshot active. Lambda sets a version
  /// aside that nothing calls for 14 days, and the call that meets it so is lost. API Gateway has
  /// no such route, so nobody outside can send it.
  private static final String CANARY = "CANARY";

  private HttpEdge() {}

  /// The response to what API Gateway hands over; see [#answer(Supplier)]. A canary is answered
  /// without the call.
  public static APIGatewayV2HTTPResponse answer(
      APIGatewayV2HTTPEvent event, Function<Request, APIGatewayV2HTTPResponse> call) {
    return answer(event, call, Responses::problem);
  }

  /// The same, with problems in the form that the caller reads.
  ///
  /// @param form makes a response of a problem
  public static APIGatewayV2HTTPResponse answer(
      APIGatewayV2HTTPEvent event,
      Function<Request, APIGatewayV2HTTPResponse> call,
      Function<Problem, APIGatewayV2HTTPResponse> form) {
    return answer(
        () -> {
          Request request = Request.of(event);
          return request.routeKey().equals(CANARY) ? Responses.noContent() : call.apply(request);
        },
        form);
  }

  /// The response to a call, or the problem that it ran into.
  ///
  /// Problems are the caller's and are not logged. Outages get a 503 and are logged as warnings;
  /// everything else is a bug, gets a 500 and is logged as an error. Errors such as exhausted
  /// memory are not caught, so that they end the process.
  ///
  /// @param call handles the call
  public static APIGatewayV2HTTPResponse answer(Supplier<APIGatewayV2HTTPResponse> call) {
    return answer(call, Responses::problem);
  }

  private static APIGatewayV2HTTPResponse answer(
      Supplier<APIGatewayV2HTTPResponse> call, Function<Problem, APIGatewayV2HTTPResponse> form) {
    try {
      return call.get();
    } catch (ProblemException refused) {
      return form.apply(refused.problem());
    } catch (Unavailable outage) {
      return form.apply(unavailable(outage));
    } catch (SdkException e) {
      return form.apply(Outage.is(e) ? unavailable(e) : failure(e));
    } catch (RuntimeException bug) {
      return form.apply(failure(bug));
    }
  }

  private static Problem unavailable(RuntimeException outage) {
    LOG.warnf("responded 503: %s", FailureText.of(outage));
    return Problem.unavailable();
  }

  private static Problem failure(RuntimeException bug) {
    LOG.errorf("responded 500: %s", FailureText.of(bug));
    return Problem.internalError();
  }
}
