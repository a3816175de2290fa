package services.dataminer.points.localcloud;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The functions of the template and the extension beside them. No process runs before its first
/// event.
final class LocalFunctions implements AutoCloseable {
  private static final Path WORK = Path.of("target", "local-cloud");

  private final SecretsExtension extension;
  private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();

  LocalFunctions(Template template, LocalServices services, LocalOptions options) {
    Path task = FunctionZip.unpack(options.build().functionZip(), WORK);
    boolean portable = options.build().portableClient();
    extension = new SecretsExtension(secretsPaths(template));
    FunctionRuntime runtime =
        new FunctionRuntime(
            task,
            options.build().runtimeInterfaceClient(),
            portable ? Optional.of(PortableClient.in(WORK.resolve("portable"))) : Optional.empty(),
            portable ? Optional.empty() : Optional.of(NativeLibrary.in(WORK.resolve("native"))),
            services.endpoints(),
            extension.port());
    for (FunctionDefinition definition : template.functions()) {
      functions.put(
          definition.name(),
          new LambdaFunction(
              definition, runtime, options.work().processesPerFunction(), options.log()));
    }
  }

  private static Set<String> secretsPaths(Template template) {
    return template.functions().stream()
        .map(function -> function.environment("POINTS_SECRETS_PATH", ""))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// @param name as in `@Funq("...")`
  /// @throws IllegalArgumentException when the template has no such function
  LambdaFunction named(String name) {
    LambdaFunction function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException(
          "the template has no function '" + name + "', only " + functions.keySet());
    }
    return function;
  }

  /// The pollers of the template's event source mappings, not yet started.
  List<QueuePoller> pollers(Template template, LocalQueues queues, LocalOptions options) {
    List<QueuePoller> pollers = new ArrayList<>();
    for (QueueMapping mapping : template.queueMappings()) {
      pollers.add(
          new QueuePoller(
              mapping,
              queues,
              named(mapping.function()),
              options.work().retryDelay(),
              options.log()));
    }
    return pollers;
  }

  /// Tokens with the claim and the scope that the functions look for.
  LocalTokens tokens() {
    return new LocalTokens(
        setting("POINTS_ACCESS_MEMBER_ID_CLAIM", "sub"),
        setting("POINTS_ACCESS_ADMIN_SCOPE", "points:admin"));
  }

  private String setting(String variable, String otherwise) {
    return functions.values().stream()
        .map(function -> function.definition().environment(variable, otherwise))
        .filter(value -> !value.equals(otherwise))
        .findFirst()
        .orElse(otherwise);
  }

  @Override
  public void close() {
    functions.values().forEach(LambdaFunction::close);
    extension.close();
  }
}
