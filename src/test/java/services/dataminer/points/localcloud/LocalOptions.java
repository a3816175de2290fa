package services.dataminer.points.localcloud;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// How a local cloud is started.
///
/// @param template the SAM template to run
/// @param functionZip the built package
/// @param runtimeInterfaceClient the folder with the jars of AWS's runtime interface client
/// @param port where the gateway answers; 0 for a free port
/// @param data the folder where the database is kept; empty for memory only. Queues are always in
///   memory
/// @param clock whether schedules run by the clock as well
/// @param retryDelay after which a message that failed is tried again; whole seconds
/// @param processesPerFunction how many processes a function may have at most
/// @param pollersPerQueue how many batches of a queue are worked on at a time
/// @param parameters values of the template's parameters, in place of those the local cloud chooses
/// @param log takes what functions log, a line at a time with the function's name before it
public record LocalOptions(
    Path template,
    Path functionZip,
    Path runtimeInterfaceClient,
    int port,
    Optional<Path> data,
    boolean clock,
    Duration retryDelay,
    int processesPerFunction,
    int pollersPerQueue,
    Map<String, String> parameters,
    Consumer<String> log) {

  public LocalOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }
    if (processesPerFunction < 1 || pollersPerQueue < 1) {
      throw new IllegalArgumentException("processes and pollers must be 1 or more");
    }
    if (retryDelay.isNegative() || retryDelay.toSeconds() > 43_200) {
      throw new IllegalArgumentException("the retry delay must be 0 to 12 hours");
    }
    parameters = Map.copyOf(parameters);
  }

  /// The project's template and package, port 8080, everything in memory.
  public static LocalOptions defaults() {
    Path target = Path.of("target");
    return new LocalOptions(
        Path.of("template.yaml"),
        Path.of(System.getProperty("function.zip", "target/function.zip")),
        target.resolve("runtime-interface-client"),
        8080,
        Optional.empty(),
        false,
        Duration.ofSeconds(1),
        4,
        2,
        Map.of(),
        System.out::println);
  }

  /// The defaults on a free port.
  public static LocalOptions forTests() {
    return defaults().withPort(0);
  }

  public LocalOptions withPort(int wanted) {
    return new LocalOptions(
        template,
        functionZip,
        runtimeInterfaceClient,
        wanted,
        data,
        clock,
        retryDelay,
        processesPerFunction,
        pollersPerQueue,
        parameters,
        log);
  }

  public LocalOptions withTemplate(Path wanted) {
    return new LocalOptions(
        wanted,
        functionZip,
        runtimeInterfaceClient,
        port,
        data,
        clock,
        retryDelay,
        processesPerFunction,
        pollersPerQueue,
        parameters,
        log);
  }

  public LocalOptions withData(Path folder) {
    return new LocalOptions(
        template,
        functionZip,
        runtimeInterfaceClient,
        port,
        Optional.of(folder),
        clock,
        retryDelay,
        processesPerFunction,
        pollersPerQueue,
        parameters,
        log);
  }

  public LocalOptions withClock() {
    return new LocalOptions(
        template,
        functionZip,
        runtimeInterfaceClient,
        port,
        data,
        true,
        retryDelay,
        processesPerFunction,
        pollersPerQueue,
        parameters,
        log);
  }

  public LocalOptions withRetryDelay(Duration wanted) {
    return new LocalOptions(
        template,
        functionZip,
        runtimeInterfaceClient,
        port,
        data,
        clock,
        wanted,
        processesPerFunction,
        pollersPerQueue,
        parameters,
        log);
  }

  public LocalOptions withProcessesPerFunction(int most) {
    return new LocalOptions(
        template,
        functionZip,
        runtimeInterfaceClient,
        port,
        data,
        clock,
        retryDelay,
        most,
        pollersPerQueue,
        parameters,
        log);
  }

  public LocalOptions withPollersPerQueue(int wanted) {
    return new LocalOptions(
        template,
        functionZip,
        runtimeInterfaceClient,
        port,
        data,
        clock,
        retryDelay,
        processesPerFunction,
        wanted,
        parameters,
        log);
  }

  public LocalOptions withParameter(String name, String value) {
    Map<String, String> more = new HashMap<>(parameters);
    more.put(name, value);
    return new LocalOptions(
        template,
        functionZip,
        runtimeInterfaceClient,
        port,
        data,
        clock,
        retryDelay,
        processesPerFunction,
        pollersPerQueue,
        more,
        log);
  }

  public LocalOptions withLog(Consumer<String> lines) {
    return new LocalOptions(
        template,
        functionZip,
        runtimeInterfaceClient,
        port,
        data,
        clock,
        retryDelay,
        processesPerFunction,
        pollersPerQueue,
        parameters,
        lines);
  }
}
