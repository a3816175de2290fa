package services.dataminer.points.platform.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import services.dataminer.points.platform.log.FailureText;
import services.dataminer.points.platform.priming.Priming;

/// What came of a call to another system.
public sealed interface Exchange {

  /// A whole answer, redirects among them, which nobody follows.
  record Answered(HttpResponse<String> response) implements Exchange {}

  /// No answer, or none that was whole in time; the call may have had its effect all the same.
  ///
  /// @param why in one line that may be logged
  record Unanswered(String why) implements Exchange {}

  /// Calls, and waits for the whole answer.
  ///
  /// @param largestBytes a larger answer is none
  /// @param limit for the whole exchange
  static Exchange of(HttpRequest request, int largestBytes, Duration limit) {
    return Priming.answers()
        .<Exchange>map(canned -> new Answered(new CannedResponse(request, canned.to(request))))
        .orElseGet(() -> sent(request, largestBytes, limit));
  }

  private static Exchange sent(HttpRequest request, int largestBytes, Duration limit) {
    CompletableFuture<HttpResponse<String>> exchange =
        SharedClient.get()
            .sendAsync(
                request,
                BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), largestBytes));
    try {
      // A request's own timeout would end with the answer's head.
      return new Answered(exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      exchange.cancel(true);
      return new Unanswered("no answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      return new Unanswered("no answer: " + FailureText.of(e.getCause()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Unanswered("interrupted while waiting for the answer");
    }
  }
}
