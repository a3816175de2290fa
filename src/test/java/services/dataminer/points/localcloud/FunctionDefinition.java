package services.dataminer.points.localcloud;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/// A function as the template describes it.
///
/// @param name what people call it: the name in `@Funq("...")`
/// @param timeout how long one invocation may take before its process is killed
/// @param policy what its role may do
/// @param recursionAllowed whether one chain of requests may come to it without end
/// @param reservedConcurrency how many invocations may run at once, when the template says so
record FunctionDefinition(
    String logicalId,
    String name,
    String handler,
    Map<String, String> environment,
    Duration timeout,
    int memoryMegabytes,
    Policy policy,
    boolean recursionAllowed,
    OptionalInt reservedConcurrency) {

  FunctionDefinition {
    if (handler.isBlank()) {
      throw new IllegalArgumentException("function " + name + " has no Handler");
    }
    environment = Map.copyOf(environment);
  }

  String arn() {
    return LocalAccount.arn("lambda", "function:" + name);
  }

  /// The environment variable, or what it is when the function has none of that name.
  String environment(String variable, String otherwise) {
    return environment.getOrDefault(variable, otherwise);
  }
}
