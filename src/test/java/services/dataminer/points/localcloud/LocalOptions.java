package services.dataminer.points.localcloud;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// How a local cloud is started.
///
/// @param build what to run
/// @param port where the gateway answers; 0 for a free port
/// @param data the folder where the database is kept; empty for memory only. Queues are always in
///   memory
/// @param clock whether schedules run by the clock as well
/// @param start how processes of functions start
/// @param work how much at a time, and when again
/// @param parameters values of the template's parameters, in place of those the local cloud chooses
/// @param log takes what functions log, a line at a time with the function's name before it
public record LocalOptions(
    Build build,
    int port,
    Optional<Path> data,
    boolean clock,
    Start start,
    Work work,
    Map<String, String> parameters,
    Consumer<String> log) {

  /// What to run.
  ///
  /// @param template the SAM template
  /// @param functionZip the built package
  /// @param runtimeInterfaceClient the folder with the jars of AWS's runtime interface client
  /// @param portableClient whether that client does without its native library
  public record Build(
      Path template, Path functionZip, Path runtimeInterfaceClient, boolean portableClient) {
    public Build withTemplate(Path wanted) {
      return new Build(wanted, functionZip, runtimeInterfaceClient, portableClient);
    }
  }

  /// How processes of functions start.
  public enum Start {
    /// As new ones.
    COLD,
    /// As from a snapshot: by what hooks did before, and credentials from the container's endpoint.
    RESTORED,
    /// As from a snapshot before which the function was primed, as on AWS. Here every process pays
    /// for it.
    PRIMED,
    /// The same with each event once: it finds its classes loaded, but its code not compiled.
    PRIMED_ONCE
  }

  /// How functions work.
  ///
  /// @param retryDelay after which a message that failed is tried again; whole seconds
  /// @param processesPerFunction how many processes a function may have at most
  /// @param pollersPerQueue how many batches of a queue are worked on at a time
  public record Work(Duration retryDelay, int processesPerFunction, int pollersPerQueue) {
    public Work {
      if (processesPerFunction < 1 || pollersPerQueue < 1) {
        throw new IllegalArgumentException("processes and pollers must be 1 or more");
      }
      if (retryDelay.isNegative() || retryDelay.toSeconds() > 43_200) {
        throw new IllegalArgumentException("the retry delay must be 0 to 12 hours");
      }
    }
  }

  public LocalOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("The port must be 0 to 65535, not " + port + ".");
    }
    parameters = Map.copyOf(parameters);
  }

  /// The project's template and package, port 8080, everything in memory, failed messages again
  /// after a second, at most four processes per function and two batches per queue.
  public static LocalOptions defaults() {
    Build build =
        new Build(
            Path.of("template.yaml"),
            Path.of(System.getProperty("function.zip", "target/function.zip")),
            Path.of("target", "runtime-interface-client"),
            PortableClient.isNeeded());
    Work work = new Work(Duration.ofSeconds(1), 4, 2);
    return new LocalOptions(
        build, 8080, Optional.empty(), false, Start.RESTORED, work, Map.of(), System.out::println);
  }

  /// The defaults on a free port, with two processes per function: enough to race each other, and
  /// each costs a start.
  public static LocalOptions forTests() {
    return defaults().withPort(0).withWork(new Work(Duration.ofSeconds(1), 2, 2));
  }

  public LocalOptions withBuild(Build wanted) {
    return new LocalOptions(wanted, port, data, clock, start, work, parameters, log);
  }

  public LocalOptions withPort(int wanted) {
    return new LocalOptions(build, wanted, data, clock, start, work, parameters, log);
  }

  public LocalOptions withData(Path folder) {
    return new LocalOptions(build, port, Optional.of(folder), clock, start, work, parameters, log);
  }

  public LocalOptions withClock() {
    return new LocalOptions(build, port, data, true, start, work, parameters, log);
  }

  public LocalOptions withStart(Start wanted) {
    return new LocalOptions(build, port, data, clock, wanted, work, parameters, log);
  }

  public LocalOptions withWork(Work wanted) {
    return new LocalOptions(build, port, data, clock, start, wanted, parameters, log);
  }

  public LocalOptions withParameter(String name, String value) {
    Map<String, String> more = new HashMap<>(parameters);
    more.put(name, value);
    return new LocalOptions(build, port, data, clock, start, work, more, log);
  }

  public LocalOptions withLog(Consumer<String> lines) {
    return new LocalOptions(build, port, data, clock, start, work, parameters, lines);
  }
}
