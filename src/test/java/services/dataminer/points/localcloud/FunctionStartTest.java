package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A function's process")
class FunctionStartTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  @DisplayName("that starts cold has its role's keys in its environment")
  void coldStartsHaveKeys() {
    try (FunctionStart start = new FunctionStart(LocalOptions.Start.COLD)) {
      Map<String, String> environment = start.environment("http");

      IssuedCredentials.Issued issued =
          start.issued().of(environment.get("AWS_ACCESS_KEY_ID")).orElseThrow();
      assertThat(issued.function()).isEqualTo("http");
      assertThat(environment)
          .containsEntry("AWS_SECRET_ACCESS_KEY", issued.keys().secretAccessKey())
          .containsEntry("AWS_SESSION_TOKEN", issued.keys().sessionToken())
          .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")
          .doesNotContainKeys(
              "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN");
    }
  }

  @Test
  @DisplayName("that is restored has an address where it gets keys that soon expire")
  void restoredOnesFetchKeys() {
    try (FunctionStart start = new FunctionStart(LocalOptions.Start.RESTORED)) {
      Map<String, String> environment = start.environment("http");

      HttpResponse<String> response =
          get(environment, environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN"));
      JsonNode keys = Json.read(response.body()).orElseThrow();
      IssuedCredentials.Issued issued =
          start.issued().of(keys.path("AccessKeyId").asText()).orElseThrow();
      assertThat(issued.function()).isEqualTo("http");
      assertThat(keys.path("SecretAccessKey").asText()).isEqualTo(issued.keys().secretAccessKey());
      assertThat(keys.path("Token").asText()).isEqualTo(issued.keys().sessionToken());
      assertThat(Instant.parse(keys.path("Expiration").asText()))
          .isBefore(Instant.now().plus(Duration.ofMinutes(17)));
      assertThat(environment)
          .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start")
          .doesNotContainKeys("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");
    }
  }

  @Test
  @DisplayName("gets no keys without its token")
  void tokensAreNeeded() {
    try (FunctionStart start = new FunctionStart(LocalOptions.Start.RESTORED)) {
      assertThat(get(start.environment("http"), "guessed").statusCode()).isEqualTo(403);
    }
  }

  private HttpResponse<String> get(Map<String, String> environment, String token) {
    URI uri = URI.create(environment.get("AWS_CONTAINER_CREDENTIALS_FULL_URI"));
    HttpRequest request = HttpRequest.newBuilder(uri).header("Authorization", token).build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
  }
}
