package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The stand-in DOJO")
class DojoStandInTest {
  private final DojoStandIn dojo = new DojoStandIn();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    dojo.close();
  }

  @Test
  @DisplayName("books a key once: 201, then 200, the reference repeated")
  void keysAreBookedOnce() {
    assertThat(credit("ada.t-1").statusCode()).isEqualTo(201);
    HttpResponse<String> again = credit("ada.t-1");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo("{\"reference\":\"ada.t-1\"}");
    assertThat(dojo.transfers())
        .hasToString(
            "{\"transfers\":[{\"key\":\"ada.t-1\",\"memberId\":\"ada\","
                + "\"email\":\"ada@acme.example\",\"points\":1250}]}");
  }

  @Test
  @DisplayName("books nothing while down or rejecting, but knows what it booked before")
  void misbehavingBooksNothing() {
    credit("ada.t-1");

    dojo.behave(DojoStandIn.Mode.DOWN);
    assertThat(credit("ada.t-2").statusCode()).isEqualTo(503);
    dojo.behave(DojoStandIn.Mode.REJECT);
    HttpResponse<String> rejected = credit("ada.t-2");

    assertThat(rejected.statusCode()).isEqualTo(422);
    assertThat(rejected.body()).contains("\"reason\":");
    assertThat(credit("ada.t-1").statusCode()).isEqualTo(200);
    assertThat(dojo.transfers().path("transfers")).hasSize(1);
  }

  @Test
  @DisplayName("that loses answers books and closes the connection")
  void losingBooksAndAnswersNothing() {
    dojo.behave(DojoStandIn.Mode.LOSE);

    assertThatThrownBy(() -> credit("ada.t-1")).isInstanceOf(CompletionException.class);

    assertThat(dojo.transfers().path("transfers")).hasSize(1);
  }

  @Test
  @DisplayName("wants its token")
  void tokenIsWanted() {
    HttpRequest request = request("ada.t-1").header("Authorization", "Bearer other").build();

    assertThat(send(request).statusCode()).isEqualTo(401);
    assertThat(dojo.transfers().path("transfers")).isEmpty();
  }

  private HttpResponse<String> credit(String key) {
    return send(request(key).header("Authorization", "Bearer local-dojo-token").build());
  }

  private HttpRequest.Builder request(String key) {
    String body =
        """
        {"reference":"%s","memberId":"ada","email":"ada@acme.example","points":1250}"""
            .formatted(key);
    return HttpRequest.newBuilder(URI.create(dojo.url() + "/points/credits"))
        .header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest request) {
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
  }
}
