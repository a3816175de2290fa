package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// An AWS service with a JSON protocol, as far as its [Guard] must know it.
sealed interface GuardedService permits DynamoDbCalls, SqsCalls {
  /// The name that calls are signed for and actions begin with.
  String name();

  /// Everything that the call needs the right to.
  ///
  /// @param operation such as `PutItem`
  List<Access> accesses(String operation, JsonNode request);

  /// How the service refuses a call that is not valid, whoever makes it, and that its stand-in
  /// would take.
  default Optional<Refusal> refusal(String operation, JsonNode request) {
    return Optional.empty();
  }

  /// The body as the service takes it in, with what it reads out of headers.
  default byte[] body(SignedCall call) {
    return call.body();
  }

  /// How the service refuses a caller whom it does not know.
  Refusal refusal(Callers.Problem problem);

  /// How the service refuses what a policy does not allow.
  Refusal refusal(Access access, String message);

  /// A refusal as it goes to the caller.
  ///
  /// @param queryError the header of services that had a query protocol before; empty for others
  record Refusal(int status, String contentType, String type, String message, String queryError) {
    byte[] json() {
      return Json.bytes(Json.object().put("__type", type).put("message", message));
    }
  }
}
