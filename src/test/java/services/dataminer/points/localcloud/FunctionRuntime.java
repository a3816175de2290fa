package services.dataminer.points.localcloud;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lambda's managed Java runtime: AWS's runtime interface client on the class path, which loads the
/// function from the working directory and its `lib`, as it does from `/var/task`. With shared
/// classes, the JVM itself loads it from the jars there.
///
/// @param task the unpacked `function.zip`
/// @param client the folder with the jars of the runtime interface client
/// @param before a folder to put before these jars, see [PortableClient]
/// @param nativeLibrary the client's own, see [NativeLibrary]
/// @param endpoints environment variables that lead the function to the local services
/// @param start restored or cold, and with which credentials
/// @param shared what was read of the classes before
record FunctionRuntime(
    Path task,
    Path client,
    Optional<Path> before,
    Optional<Path> nativeLibrary,
    Map<String, String> endpoints,
    FunctionStart start,
    Optional<SharedClasses> shared) {
  private static final String MAIN_CLASS =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  FunctionRuntime {
    endpoints = Map.copyOf(endpoints);
  }

  FunctionRuntime with(SharedClasses classes) {
    return new FunctionRuntime(
        task, client, before, nativeLibrary, endpoints, start, Optional.of(classes));
  }

  FunctionRuntime with(FunctionStart other) {
    return new FunctionRuntime(task, client, before, nativeLibrary, endpoints, other, shared);
  }

  /// Starts a process of the function that asks the given Runtime API for events.
  Process start(FunctionDefinition function, String runtimeApi) {
    ProcessBuilder builder =
        new ProcessBuilder(command(function)).directory(task.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment(function, runtimeApi));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start a process for " + function.name(), e);
    }
  }

  private List<String> command(FunctionDefinition function) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Small, quick to start, and compiled at tier 1 only, as on Lambda.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    // The JVM would warn of each class that it cannot keep.
    shared.ifPresent(classes -> command.addAll(List.of("-Xlog:aot=off", classes.option())));
    command.add("-Xmx" + Math.max(64, function.memoryMegabytes() * 85 / 100) + "m");
    // The hooks that a function registers with org.crac are called by the client.
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED"));
    nativeLibrary.ifPresent(path -> command.add("-D" + NativeLibrary.PROPERTY + "=" + path));
    command.addAll(List.of("-cp", classPath(), MAIN_CLASS, function.handler()));
    return command;
  }

  private String classPath() {
    try (Stream<Path> jars = Files.list(client)) {
      return Stream.of(
              before.stream(),
              jars.filter(jar -> jar.toString().endsWith(".jar")).sorted(),
              shared.stream().flatMap(classes -> classes.jars().stream()))
          .flatMap(paths -> paths)
          .map(path -> path.toAbsolutePath().toString())
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "No runtime interface client in " + client + ": build with ./mvnw package.", e);
    }
  }

  private Map<String, String> environment(FunctionDefinition function, String runtimeApi) {
    Map<String, String> environment = new HashMap<>();
    for (String inherited : List.of("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "SystemRoot")) {
      String value = System.getenv(inherited);
      if (value != null) {
        environment.put(inherited, value);
      }
    }
    environment.putAll(reserved(function, runtimeApi));
    environment.putAll(endpoints);
    environment.putAll(start.environment(function.name()));
    environment.putAll(function.environment());
    return environment;
  }

  /// The variables that Lambda itself sets.
  private Map<String, String> reserved(FunctionDefinition function, String runtimeApi) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", runtimeApi),
        Map.entry("_HANDLER", function.handler()),
        Map.entry("LAMBDA_TASK_ROOT", task.toString()),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.name()),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memoryMegabytes())),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name()),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "local"),
        Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
        Map.entry("AWS_REGION", LocalAccount.REGION),
        Map.entry("AWS_DEFAULT_REGION", LocalAccount.REGION),
        Map.entry("LANG", "en_US.UTF-8"),
        Map.entry("TZ", ":UTC"));
  }
}
