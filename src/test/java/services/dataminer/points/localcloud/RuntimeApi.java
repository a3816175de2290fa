package services.dataminer.points.localcloud;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/// Lambda's Runtime API, as one process of a function sees it: it asks for the next event and posts
/// what came of it. https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
final class RuntimeApi implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";

  /// The largest event or response of a call that waits for it: 6 MB and a little.
  static final int MOST_BYTES = 6 * 1024 * 1024 + 100;

  private final FunctionDefinition function;
  private final Runnable snapshotTaken;
  private final LoopbackServer server;
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final AtomicReference<Invocation> current = new AtomicReference<>();
  private final AtomicReference<InvocationResult.Failed> initError = new AtomicReference<>();
  private volatile boolean ready;

  /// @param snapshotTaken what happens between a process's hooks before its snapshot and those
  ///   after its restore
  RuntimeApi(FunctionDefinition function, Runnable snapshotTaken) {
    this.function = function;
    this.snapshotTaken = snapshotTaken;
    server = LoopbackServer.start(0, this::handle);
  }

  /// Host and port, the value of `AWS_LAMBDA_RUNTIME_API`.
  String address() {
    return "127.0.0.1:" + server.port();
  }

  /// Hands the event to the process when it asks for its next.
  void offer(Invocation invocation) {
    waiting.add(invocation);
  }

  /// Whether the process has asked for its first event.
  boolean isReady() {
    return ready;
  }

  /// Why the function could not start, when it said so.
  Optional<InvocationResult.Failed> initError() {
    return Optional.ofNullable(initError.get());
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.equals(PREFIX + "invocation/next")) {
      next(exchange);
    } else if (path.endsWith("/response")) {
      end(exchange, path, new InvocationResult.Answered(text(body)));
    } else if (path.equals(PREFIX + "restore/next")) {
      // The process is restored at once, as it is.
      snapshotTaken.run();
      LoopbackServer.answer(exchange, 200, new byte[0]);
    } else if (path.equals(PREFIX + "init/error") || path.equals(PREFIX + "restore/error")) {
      initError.set(new InvocationResult.Failed(text(body)));
      accepted(exchange);
    } else if (path.endsWith("/error")) {
      end(exchange, path, new InvocationResult.Failed(text(body)));
    } else {
      LoopbackServer.answer(exchange, 404, new byte[0]);
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    ready = true;
    Invocation invocation;
    try {
      invocation = waiting.take();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return;
    }
    current.set(invocation);
    Instant deadline = invocation.take(function.timeout());
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(deadline.toEpochMilli()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", function.arn());
    headers.set("Lambda-Runtime-Trace-Id", invocation.trace().into(function.name()).text());
    LoopbackServer.answer(exchange, 200, invocation.event());
  }

  private void end(HttpExchange exchange, String path, InvocationResult outcome)
      throws IOException {
    Invocation invocation = current.get();
    if (invocation == null || !path.startsWith(PREFIX + "invocation/" + invocation.id() + "/")) {
      LoopbackServer.answer(exchange, 400, new byte[0]);
      return;
    }
    int bytes = outcome.json().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      LoopbackServer.answer(exchange, 413, new byte[0]);
      invocation.end(
          InvocationResult.Failed.because(
              "Function.ResponseSizeTooLarge",
              "Response payload size (%d bytes) exceeded maximum allowed payload size (%d bytes)."
                  .formatted(bytes, MOST_BYTES)));
    } else {
      accepted(exchange);
      invocation.end(outcome);
    }
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static void accepted(HttpExchange exchange) throws IOException {
    LoopbackServer.answerJson(exchange, 202, Json.bytes(Json.object().put("status", "OK")));
  }
}
