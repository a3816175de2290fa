package services.dataminer.points.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// What a call was answered.
public record HttpAnswer(int status, Map<String, String> headers, JsonNode body) {

  private static final ObjectMapper PLAIN = new ObjectMapper();

  /// The answer of a function that keeps to the contract.
  public static HttpAnswer checked(
      APIGatewayV2HTTPEvent call,
      Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {
    APIGatewayV2HTTPResponse response = function.apply(call);
    HttpContract.check(call, response);
    return of(response);
  }

  /// Any answer; the body of one without is missing.
  public static HttpAnswer of(APIGatewayV2HTTPResponse response) {
    return new HttpAnswer(
        response.getStatusCode(),
        response.getHeaders(),
        json(Objects.requireNonNullElse(response.getBody(), "")));
  }

  /// A body as one would write it by hand.
  public static JsonNode json(String text) {
    try {
      return PLAIN.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + text, e);
    }
  }

  /// What is wrong with the fields, each as `field: message`, in the order told.
  public List<String> violations() {
    return StreamSupport.stream(body.path("errors").spliterator(), false)
        .map(error -> error.get("field").textValue() + ": " + error.get("message").textValue())
        .toList();
  }
}
