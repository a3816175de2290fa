package services.dataminer.points.localcloud;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Reads a function of a template, Lambda's defaults filled in.
final class FunctionReader {
  private final Intrinsics intrinsics;
  private final LocalNames names;
  private final RoleReader roles;

  FunctionReader(Intrinsics intrinsics, LocalNames names, RoleReader roles) {
    this.intrinsics = intrinsics;
    this.names = names;
    this.roles = roles;
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
                "RecursiveLoop",
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
        roles.policy(properties),
        Tree.text(plain, "RecursiveLoop", "Terminate").equals("Allow"),
        reserved < 0 ? OptionalInt.empty() : OptionalInt.of(reserved));
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
