package services.dataminer.points.localcloud;

/// What came of invoking a function.
public sealed interface InvocationResult {
  /// The result or the error, as JSON.
  String json();

  /// The function returned.
  record Answered(String json) implements InvocationResult {}

  /// The function threw, ran out of time or its process ended.
  ///
  /// @param json Lambda's error object: `errorType`, `errorMessage` and, of an exception,
  ///   `stackTrace`
  record Failed(String json) implements InvocationResult {
    static Failed because(String type, String message) {
      return new Failed(
          Json.object().put("errorType", type).put("errorMessage", message).toString());
    }
  }
}
