package services.dataminer.points.localcloud;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import services.dataminer.points.localcloud.LocalOptions.Start;

/// The functions of the template, with their credentials and the parameters they read. No process
/// runs before its first event.
final class LocalFunctions implements AutoCloseable {
  private static final Path WORK = Path.of("target", "local-cloud");

  /// Does what most functions do: reads messages, looks people up, writes an award.
  private static final String TRAINED = "virtual-meeting";

  private static final byte[] NO_MESSAGES = "{\"Records\":[]}".getBytes(StandardCharsets.UTF_8);

  private final FunctionStart start;
  private final ParametersStandIn parameters;
  private final List<Guard> guards;
  private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();

  LocalFunctions(Template template, LocalServices services, LocalOptions options) {
    Path task = FunctionZip.unpack(options.build().functionZip(), WORK);
    boolean portable = options.build().portableClient();
    start = new FunctionStart(options.start());
    Callers callers = new Callers(start.issued());
    Function<String, Policy> policies = name -> named(name).definition().policy();
    parameters = new ParametersStandIn(callers, policies);
    guards = services.guardWith(callers, policies);
    Map<String, String> endpoints = new HashMap<>(services.endpoints());
    endpoints.put("AWS_ENDPOINT_URL_SSM", parameters.address());
    FunctionRuntime plain =
        new FunctionRuntime(
            task,
            options.build().runtimeInterfaceClient(),
            portable ? Optional.of(PortableClient.in(WORK.resolve("portable"))) : Optional.empty(),
            portable ? Optional.empty() : Optional.of(NativeLibrary.in(WORK.resolve("native"))),
            endpoints,
            start,
            Optional.empty());
    // The JVM writes no cache with a folder on the class path.
    boolean unshared = portable || options.start() == Start.COLD;
    FunctionRuntime runtime = unshared ? plain : sharing(plain, template);
    for (FunctionDefinition definition : template.functions()) {
      functions.put(
          definition.name(),
          new LambdaFunction(
              definition, runtime, options.work().processesPerFunction(), options.log()));
    }
  }

  /// The runtime with the classes of the package read before, where it has the function that trains
  /// for it.
  private static FunctionRuntime sharing(FunctionRuntime runtime, Template template) {
    return template.functions().stream()
        .filter(function -> function.name().equals(TRAINED))
        .findFirst()
        .flatMap(
            function ->
                SharedClasses.of(runtime.task(), classes -> train(runtime.with(classes), function)))
        .map(runtime::with)
        .orElse(runtime);
  }

  /// Has a process load what functions need, primed as before a snapshot, and end.
  private static boolean train(FunctionRuntime runtime, FunctionDefinition function) {
    try (var primed = new FunctionStart(Start.PRIMED_ONCE);
        var process = new FunctionProcess(function, runtime.with(primed), _ -> {})) {
      process.invoke(new Invocation(NO_MESSAGES));
      return process.end();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
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

  /// Has calls to database and queues go wrong like this from now on.
  void disturb(Disturbance disturbance) {
    guards.forEach(guard -> guard.disturb(disturbance));
  }

  Set<String> names() {
    return functions.keySet();
  }

  boolean hasAskedBeforeSnapshot(String function) {
    return start.hasAskedBeforeSnapshot(function);
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
    guards.forEach(Guard::close);
    parameters.close();
    start.close();
  }
}
