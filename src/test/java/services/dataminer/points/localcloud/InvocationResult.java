package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/// What came of invoking a function.
public sealed interface InvocationResult {
  /// The function returned.
  ///
  /// @param payload its result as JSON
  record Answered(byte[] payload) implements InvocationResult {
    /// The payload as text.
    public String json() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }

  /// The function threw, ran out of time or its process ended.
  ///
  /// @param error Lambda's error object as JSON: `errorType`, `errorMessage`, `stackTrace`
  record Failed(byte[] error) implements InvocationResult {
    static Failed because(String type, String message) {
      ObjectNode error = Json.object().put("errorType", type).put("errorMessage", message);
      return new Failed(Json.bytes(error));
    }

    /// The error as text.
    public String json() {
      return new String(error, StandardCharsets.UTF_8);
    }
  }
}
