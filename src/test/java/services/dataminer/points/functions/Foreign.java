package services.dataminer.points.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import services.dataminer.points.platform.log.LoggedLines;

/// What holds for every reader of foreign input, whatever it is sent.
public final class Foreign {

  /// Of processor time, so that a busy machine fails nothing.
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]@[^\\s@]");

  private Foreign() {}

  /// What the reader makes of its input: soon, and without an address in any line of the log.
  public static <T> T read(Supplier<T> reader) {
    try (var log = LoggedLines.ofAll()) {
      long began = THREADS.getCurrentThreadCpuTime();
      T read = reader.get();
      assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - began)).isLessThan(LONGEST);
      assertThat(log.lines()).allSatisfy(Foreign::assertNoAddress);
      return read;
    }
  }

  /// The response to a call, which must be one that the contract describes. A refusal quotes no
  /// address, except as the name of an unknown field.
  ///
  /// @return the body of JSON; null for another one, or none
  public static HttpAnswer answer(
      APIGatewayV2HTTPEvent event,
      Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {
    APIGatewayV2HTTPResponse response = read(() -> function.apply(event));
    assertThat(response.getStatusCode()).isBetween(200, 499);
    HttpContract.checkAnswer(event, response);
    boolean isJson = response.getHeaders().getOrDefault("content-type", "").contains("json");
    if (!isJson) {
      return new HttpAnswer(response.getStatusCode(), response.getHeaders(), null);
    }
    HttpAnswer answer = HttpAnswer.of(response);
    if (answer.status() >= 400) {
      assertNoAddress(answer.body().path("detail").asText());
      for (JsonNode error : answer.body().path("errors")) {
        assertNoAddress(error.path("message").asText());
      }
    }
    return answer;
  }

  /// Fails where a text has an address in it, other than the one that says what is wanted, the name
  /// of an unknown property and the id of what was asked for.
  public static void assertNoAddress(String text) {
    String foreign =
        text.replaceAll("such as (mailto:)?ada@acme[.]example", "")
            .replaceAll("(?s)invalid: .* is not (an xAPI property|a valid name) here", "")
            .replaceAll("(?s)There is no [a-z]+ .*", "");
    assertThat(ADDRESS.matcher(foreign).find()).as(text).isFalse();
  }
}
