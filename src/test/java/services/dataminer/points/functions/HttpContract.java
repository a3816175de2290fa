package services.dataminer.points.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Holds calls of functions and their answers against `openapi.yaml`: every answer must be one that
/// the contract describes, and every call that succeeds one that it asks for.
public final class HttpContract {

  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForSpecificationUrl("src/main/resources/openapi.yaml")
          .build();

  private HttpContract() {}

  /// Fails the test where the call or its answer is not as described.
  public static void check(APIGatewayV2HTTPEvent call, APIGatewayV2HTTPResponse answer) {
    String method = call.getRouteKey().split(" ", 2)[0];
    if (answer.getStatusCode() < 300) {
      assertThat(VALIDATOR.validateRequest(request(method, call)).getMessages()).isEmpty();
    }
    checkAnswer(call.getRawPath(), method, answer);
  }

  /// Fails the test where the answer is not as described. The call may have any path that fits its
  /// route.
  public static void checkAnswer(APIGatewayV2HTTPEvent call, APIGatewayV2HTTPResponse answer) {
    String[] route = call.getRouteKey().split(" ", 2);
    checkAnswer(route[1].replace("{id}", "x"), route[0], answer);
  }

  private static void checkAnswer(String path, String method, APIGatewayV2HTTPResponse answer) {
    var report = VALIDATOR.validateResponse(path, Request.Method.valueOf(method), response(answer));
    assertThat(report.getMessages()).isEmpty();
  }

  private static Request request(String method, APIGatewayV2HTTPEvent call) {
    var request = new SimpleRequest.Builder(method, call.getRawPath());
    if (!call.getHeaders().containsKey("authorization")) {
      request.withAuthorization("Bearer token");
    }
    call.getHeaders().forEach(request::withHeader);
    if (call.getQueryStringParameters() != null) {
      call.getQueryStringParameters().forEach(request::withQueryParam);
    }
    if (call.getBody() != null) {
      request.withBody(
          call.getIsBase64Encoded()
              ? new String(Base64.getDecoder().decode(call.getBody()), StandardCharsets.UTF_8)
              : call.getBody());
    }
    return request.build();
  }

  private static SimpleResponse response(APIGatewayV2HTTPResponse answer) {
    var response = SimpleResponse.Builder.status(answer.getStatusCode());
    answer.getHeaders().forEach(response::withHeader);
    if (answer.getBody() != null) {
      response.withBody(answer.getBody());
    }
    return response.build();
  }
}
