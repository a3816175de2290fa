package services.dataminer.points.functions.dojo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import services.dataminer.points.application.transfer.Credit;
import services.dataminer.points.application.transfer.Dojo;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.platform.http.Exchange;
import services.dataminer.points.platform.http.RetryAfter;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.platform.log.Addresses;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.Secrets;

/// DOJO over HTTP, as `docs/dojo-openapi.yaml` describes it. Only what that says is taken for an
/// answer; everything else leaves open whether the credit was booked.
@Singleton
public class DojoClient implements Dojo {

  static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

  /// What says nothing of the credit: not let in, no such way in, or not in time.
  private static final Set<Integer> OF_US = Set.of(401, 403, 405, 407, 408);

  private static final int LARGEST_ANSWER = 64 * 1024;
  private static final int LONGEST_REASON = 200;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]+");

  private final Optional<URI> url;
  private final Secrets secrets;
  private final Duration answerTimeout;
  private final InstantSource clock;

  @Inject
  public DojoClient(PointsConfig config, Secrets secrets) {
    this(config.dojo().url(), secrets, ANSWER_TIMEOUT, InstantSource.system());
  }

  /// @param url where DOJO is, without a slash at the end
  DojoClient(Optional<URI> url, Secrets secrets, Duration answerTimeout, InstantSource clock) {
    this.url = url;
    this.secrets = secrets;
    this.answerTimeout = answerTimeout;
    this.clock = clock;
  }

  @Override
  public Response credit(Credit credit) {
    HttpRequest request;
    try {
      request = request(credit);
    } catch (Unavailable e) {
      return new Response.NotAsked(e.getMessage());
    }
    return switch (Exchange.of(request, LARGEST_ANSWER, answerTimeout)) {
      case Exchange.Answered(HttpResponse<String> response) -> answer(credit, response);
      case Exchange.Unanswered(String why) -> new Response.Absent(why);
    };
  }

  private HttpRequest request(Credit credit) {
    URI base =
        url.orElseThrow(() -> new IllegalStateException("set POINTS_DOJO_URL to the URL of DOJO"));
    try {
      return HttpRequest.newBuilder(URI.create(base + "/points/credits"))
          .header("Authorization", "Bearer " + secrets.value(Secrets.DOJO_TOKEN))
          .header("Idempotency-Key", credit.reference())
          .header("Content-Type", "application/json")
          .header("Accept", "application/json")
          .POST(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(credit)))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the credit as JSON", e);
    }
  }

  private Response answer(Credit credit, HttpResponse<String> response) {
    int status = response.statusCode();
    return switch (status) {
      case 200, 201 -> booked(credit, status, json(response.body()));
      case 422 -> new Response.Rejected(reason(json(response.body())));
      case 429 -> new Response.Busy("429", pause(response));
      default -> {
        if (status >= 500) {
          yield new Response.Busy(Integer.toString(status), pause(response));
        }
        boolean ofTheCredit = status >= 400 && !OF_US.contains(status);
        String what = "answered " + status;
        yield ofTheCredit ? new Response.Unclear(what) : new Response.Absent(what);
      }
    };
  }

  private static Response booked(Credit credit, int status, Optional<JsonNode> body) {
    if (body.filter(json -> credit.reference().equals(json.path("reference").textValue()))
        .isPresent()) {
      return new Response.Credited();
    }
    String what = "answered " + status + " without repeating the reference";
    return body.filter(JsonNode::isObject).isPresent()
        ? new Response.Unclear(what)
        : new Response.Absent(what);
  }

  private static Optional<JsonNode> json(String body) {
    try {
      return Optional.ofNullable(Json.MAPPER.readTree(body));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static String reason(Optional<JsonNode> body) {
    String text = body.map(json -> json.path("reason").asText("")).orElse("").strip();
    String reason = CONTROL.matcher(Addresses.hidden(text, LONGEST_REASON)).replaceAll(" ");
    return reason.isBlank() ? "no reason given" : reason;
  }

  private Optional<Duration> pause(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("retry-after")
        .flatMap(value -> RetryAfter.pause(value, clock.instant()));
  }
}
