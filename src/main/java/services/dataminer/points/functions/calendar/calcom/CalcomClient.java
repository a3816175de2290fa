package services.dataminer.points.functions.calendar.calcom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.platform.http.Exchange;
import services.dataminer.points.platform.http.RetryAfter;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.Secrets;

/// Cal.com's API v2 over HTTP: <https://cal.com/docs/api-reference/v2/bookings/get-all-bookings>
/// and, for one's own host, the same paths.
@Singleton
public class CalcomClient implements CalcomApi {

  static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

  /// The version in which one booking is read; every host has it.
  static final String BOOKING_VERSION = "2024-08-13";

  /// From this version on, lists are paged by cursor.
  private static final String FIRST_WITH_CURSOR = "2026-05-01";

  /// Without it, a host may list what is still to come and nothing else. Later versions take one
  /// status, and list all without it.
  private static final String ALL = "upcoming,recurring,past,cancelled,unconfirmed";

  /// A page of bookings with 90 people each has a few million bytes.
  private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

  private final PointsConfig.Calcom config;
  private final Secrets secrets;
  private final Duration answerTimeout;
  private final InstantSource clock;

  @Inject
  public CalcomClient(PointsConfig config, Secrets secrets) {
    this(config.calcom(), secrets, ANSWER_TIMEOUT, InstantSource.system());
  }

  CalcomClient(
      PointsConfig.Calcom config, Secrets secrets, Duration answerTimeout, InstantSource clock) {
    this.config = config;
    this.secrets = secrets;
    this.answerTimeout = answerTimeout;
    this.clock = clock;
  }

  @Override
  public boolean pagesByCursor() {
    return config.apiVersion().compareTo(FIRST_WITH_CURSOR) >= 0;
  }

  @Override
  public Response booking(String uid) {
    return ask("/v2/bookings/" + encoded(uid), BOOKING_VERSION);
  }

  @Override
  public Response page(Position position) {
    String path =
        config
            .organization()
            .map(id -> "/v2/organizations/" + encoded(id) + "/bookings")
            .orElse("/v2/bookings");
    // One version ignores what only the other knows.
    String paging =
        pagesByCursor()
            ? "&limit=" + PAGE + position.cursor().map(c -> "&cursor=" + encoded(c)).orElse("")
            : "&take=" + PAGE + "&skip=" + position.skip() + "&status=" + encoded(ALL);
    return ask(
        "%s?afterUpdatedAt=%s&sortUpdatedAt=asc%s"
            .formatted(path, encoded(position.updatedFrom().toString()), paging),
        config.apiVersion());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private Response ask(String pathAndQuery, String version) {
    HttpRequest request;
    try {
      request =
          HttpRequest.newBuilder(URI.create(config.url() + pathAndQuery))
              .header("Authorization", "Bearer " + secrets.value(Secrets.CALCOM_API_KEY))
              .header("cal-api-version", version)
              .header("Accept", "application/json")
              .build();
    } catch (Unavailable e) {
      return new Response.Absent(e.getMessage());
    }
    return switch (Exchange.of(request, LARGEST_ANSWER, answerTimeout)) {
      case Exchange.Answered(HttpResponse<String> response) -> answer(response);
      case Exchange.Unanswered(String why) -> new Response.Absent(why);
    };
  }

  private Response answer(HttpResponse<String> response) {
    int status = response.statusCode();
    return switch (status) {
      case 200 -> found(response.body());
      case 400 -> new Response.Misunderstood(status);
      case 401, 403 -> new Response.Refused(status);
      case 404 -> new Response.Unknown();
      case 429 -> busy(response);
      default -> status >= 500 ? busy(response) : new Response.Absent("answered " + status);
    };
  }

  private Response busy(HttpResponse<?> response) {
    return new Response.Busy(
        "answered " + response.statusCode(),
        response
            .headers()
            .firstValue("retry-after")
            .flatMap(value -> RetryAfter.pause(value, clock.instant())));
  }

  static Response found(String body) {
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      return json != null && json.hasNonNull("data")
          ? new Response.Found(json)
          : new Response.Absent("answered 200 without data");
    } catch (JsonProcessingException _) {
      return new Response.Absent("answered 200 without valid JSON");
    }
  }
}
