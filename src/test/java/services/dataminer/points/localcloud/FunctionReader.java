package services.dataminer.points.localcloud;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a function of a template, Lambda's defaults filled in.
final class FunctionReader {
  private final Intrinsics intrinsics;
  private final LocalNames names;

  FunctionReader(Intrinsics intrinsics, LocalNames names) {
    this.intrinsics = intrinsics;
    this.names = names;
  }

  FunctionDefinition function(String logicalId, Map<String, Object> properties) {
    Map<String, Object> plain =
        intrinsics.resolveMap(
            only(
                properties,
                "Handler",
                "Timeout",
                "MemorySize",
                "ReservedConcurrentExecutions",
                "Environment"));
    Map<String, String> environment = new LinkedHashMap<>();
    Tree.map(Tree.map(plain, "Environment"), "Variables")
        .forEach((name, value) -> environment.put(name, String.valueOf(value)));
    int reserved = Tree.number(plain, "ReservedConcurrentExecutions", -1);
    return new FunctionDefinition(
        logicalId,
        names.function(logicalId),
        Tree.text(plain, "Handler"),
        environment,
        Duration.ofSeconds(Tree.number(plain, "Timeout", 3)),
        Tree.number(plain, "MemorySize", 128),
        allowed(properties, "ssm:GetParameter"),
        reserved < 0 ? OptionalInt.empty() : OptionalInt.of(reserved));
  }

  /// The resources on which the function's own statements allow the action.
  private Set<String> allowed(Map<String, Object> properties, String action) {
    return Tree.list(intrinsics.resolve(properties.get("Policies"))).stream()
        .filter(Map.class::isInstance)
        .flatMap(policy -> Tree.list(Tree.map(policy).get("Statement")).stream())
        .map(Tree::map)
        .filter(statement -> Tree.list(statement.get("Action")).contains(action))
        .flatMap(statement -> Tree.list(statement.get("Resource")).stream())
        .map(String::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, Object> only(Map<String, Object> properties, String... wanted) {
    Map<String, Object> found = new LinkedHashMap<>();
    for (String name : wanted) {
      if (properties.containsKey(name)) {
        found.put(name, properties.get(name));
      }
    }
    return found;
  }
}
