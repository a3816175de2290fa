package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The stand-in of Cal.com's API")
class CalcomStandInTest {
  private static final String LIST = "/v2/bookings?afterUpdatedAt=2026-09-02T00:00:00Z";

  private final CalcomStandIn calcom = new CalcomStandIn();
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void know() {
    ArrayNode bookings = Json.array();
    for (int day : new int[] {3, 1, 2, 4}) {
      bookings
          .addObject()
          .put("uid", "b" + day)
          .put("start", "2026-10-0" + day + "T10:00:00Z")
          .put("updatedAt", "2026-09-0" + day + "T00:00:00Z")
          .put("recurringBookingUid", "series");
    }
    bookings
        .addObject()
        .put("uid", "new")
        .putNull("updatedAt")
        .put("start", "2026-10-09T10:00:00Z");
    calcom.know(bookings);
  }

  @AfterEach
  void stop() {
    calcom.close();
  }

  private HttpResponse<String> get(String path, String version) {
    return send(
        HttpRequest.newBuilder(URI.create(calcom.url() + path))
            .header("Authorization", "Bearer cal_local_api_key")
            .header("cal-api-version", version));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return Json.read(response.body()).orElseThrow();
  }

  private static List<String> uids(JsonNode answer) {
    return StreamSupport.stream(answer.path("data").spliterator(), false)
        .map(booking -> booking.path("uid").asText())
        .toList();
  }

  @Test
  @DisplayName("lists what changed since a time, in its order, by skipping")
  void skips() {
    JsonNode first = json(get(LIST + "&sortUpdatedAt=asc&take=2&skip=0", "2024-08-13"));
    JsonNode rest = json(get(LIST + "&sortUpdatedAt=asc&take=2&skip=2", "2024-08-13"));

    assertThat(uids(first)).containsExactly("b2", "b3");
    assertThat(first.at("/pagination/hasNextPage").asBoolean()).isTrue();
    assertThat(first.at("/pagination/remainingItems").asInt()).isEqualTo(1);
    assertThat(uids(rest)).containsExactly("b4");
    assertThat(rest.at("/pagination/hasNextPage").asBoolean()).isFalse();
    assertThat(get(LIST + "&take=251", "2024-08-13").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName(
      "lists the latest start first by cursor in later versions, an organization's as well")
  void cursors() {
    String list = LIST.replace("/v2/", "/v2/organizations/42/");
    JsonNode first = json(get(list + "&limit=2", "2026-05-01"));
    String cursor = first.at("/pagination/nextCursor").asText();
    JsonNode rest = json(get(list + "&limit=2&cursor=" + cursor, "2026-05-01"));

    assertThat(uids(first)).containsExactly("b4", "b3");
    assertThat(uids(rest)).containsExactly("b2");
    assertThat(rest.at("/pagination/hasMore").asBoolean()).isFalse();
    assertThat(get(list + "&cursor=other", "2026-05-01").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("has one booking, all of a series, or none")
  void one() {
    assertThat(json(get("/v2/bookings/b2", "2024-08-13")).at("/data/uid").asText()).isEqualTo("b2");
    assertThat(uids(json(get("/v2/bookings/series", "2024-08-13"))))
        .containsExactly("b1", "b2", "b3", "b4");
    assertThat(get("/v2/bookings/other", "2024-08-13").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("asks for the key and a version")
  void keyAndVersion() {
    var withoutKey =
        HttpRequest.newBuilder(URI.create(calcom.url() + LIST))
            .header("cal-api-version", "2024-08-13");
    var withoutVersion =
        HttpRequest.newBuilder(URI.create(calcom.url() + LIST))
            .header("Authorization", "Bearer cal_local_api_key");

    assertThat(send(withoutKey).statusCode()).isEqualTo(401);
    assertThat(send(withoutVersion).statusCode()).isEqualTo(404);
    assertThat(get(LIST, "2024-04-15").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("misbehaves as told")
  void modes() {
    calcom.behave(CalcomStandIn.Mode.DOWN);
    assertThat(get(LIST, "2024-08-13").statusCode()).isEqualTo(503);
    calcom.behave(CalcomStandIn.Mode.REVOKED);
    assertThat(get(LIST, "2024-08-13").statusCode()).isEqualTo(401);
    calcom.behave(CalcomStandIn.Mode.LIMIT);
    HttpResponse<String> limited = get(LIST, "2024-08-13");
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).contains("1");
  }
}
