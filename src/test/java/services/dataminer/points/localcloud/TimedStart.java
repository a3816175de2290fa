package services.dataminer.points.localcloud;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Starts a process of a function, cold, until it asks for its first event, and measures it.
///
/// @param milliseconds from the start of the process to the first poll
/// @param cpuMilliseconds the processor time of the process until then
/// @param residentMegabytes what it holds of memory then
/// @param classes how many classes it has loaded then
public record TimedStart(
    double milliseconds, double cpuMilliseconds, double residentMegabytes, double classes) {

  private static final Path BUILD = Path.of("target");
  private static final String FUNCTION = "virtual-meeting";

  /// Of the built package, unpacked.
  public static Path unpacked() {
    return FunctionZip.unpack(BUILD.resolve("function.zip"), BUILD.resolve("local"));
  }

  /// @param task the folder with the code
  /// @param handler another one than the template's
  public static TimedStart of(Path task, Optional<String> handler) {
    var polled = new CompletableFuture<Long>();
    HttpServer server = server(polled);
    Process process = null;
    try (var start = new FunctionStart(LocalOptions.Start.COLD)) {
      var runtime =
          new FunctionRuntime(
              task,
              BUILD.resolve("runtime-interface-client"),
              Optional.empty(),
              Optional.of(NativeLibrary.in(BUILD.resolve("local").resolve("native"))),
              Map.of(),
              start,
              Optional.empty());
      long from = System.nanoTime();
      process = runtime.start(definition(handler), "127.0.0.1:" + server.getAddress().getPort());
      long nanos = polled.get(60, TimeUnit.SECONDS) - from;
      return new TimedStart(
          nanos / 1e6, cpu(process), residentMegabytes(process.pid()), classes(process));
    } catch (Exception e) {
      throw new IllegalStateException("the function did not ask for an event", e);
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
      server.stop(0);
    }
  }

  private static HttpServer server(CompletableFuture<Long> polled) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      // Never answered: there is no event.
      server.createContext("/", _ -> polled.complete(System.nanoTime()));
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FunctionDefinition definition(Optional<String> handler) {
    FunctionDefinition known =
        Template.read(
                Path.of("template.yaml"),
                Map.of(
                    "DojoUrl", "http://127.0.0.1:9325",
                    "JwtIssuer", "http://127.0.0.1:9326",
                    "JwtAudience", "any",
                    "TableName", "points"),
                "http://127.0.0.1:9324")
            .functions()
            .stream()
            .filter(each -> each.name().equals(FUNCTION))
            .findFirst()
            .orElseThrow();
    return new FunctionDefinition(
        known.logicalId(),
        known.name(),
        handler.orElse(known.handler()),
        known.environment(),
        known.timeout(),
        known.memoryMegabytes(),
        known.policy(),
        known.recursionAllowed(),
        known.reservedConcurrency());
  }

  private static double cpu(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }

  /// What a process holds of memory now.
  public static double residentMegabytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double classes(Process process) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process counters =
        new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), "PerfCounter.print")
            .start();
    try (var lines = counters.inputReader()) {
      return lines
          .lines()
          .filter(line -> line.matches("(java|sun)\\.cls\\.(sharedL|l)oadedClasses=.*"))
          .mapToLong(line -> Long.parseLong(line.substring(line.indexOf('=') + 1)))
          .sum();
    }
  }
}
