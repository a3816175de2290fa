package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The stand-in of the Parameters and Secrets extension")
class SecretsExtensionTest {
  private final SecretsExtension extension = new SecretsExtension(Set.of("/points/prod"));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    extension.close();
  }

  @Test
  @DisplayName("answers a parameter as Systems Manager does")
  void parametersAreAnswered() {
    HttpResponse<String> response =
        get("name=%2Fpoints%2Fprod%2Fstandard-webhooks-secret&withDecryption=true", true);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Json.read(response.body()).orElseThrow().path("Parameter").path("Value").asText())
        .isEqualTo("whsec_bG9jYWwtY2FsZW5kYXItc2VjcmV0");
  }

  @Test
  @DisplayName("has an identity key of 32 bytes")
  void identityKeyIsLongEnough() {
    String key = SecretsExtension.SECRETS.get("identity-key");

    assertThat(Base64.getDecoder().decode(key)).hasSize(32);
  }

  @ParameterizedTest(name = "{2}: {0}")
  @DisplayName("refuses what the real one would not answer")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name=%2Fpoints%2Fprod%2Fcalendar-secret&withDecryption=true | false | 403
          name=%2Fpoints%2Ftest%2Fcalendar-secret&withDecryption=true | true  | 400
          name=%2Fpoints%2Fprod%2Fother&withDecryption=true           | true  | 400
          name=calendar-secret&withDecryption=true                    | true  | 400
          name=%2Fpoints%2Fprod%2Fcalendar-secret                     | true  | 400
          """)
  void othersAreRefused(String query, boolean token, int status) {
    assertThat(get(query, token).statusCode()).isEqualTo(status);
  }

  private HttpResponse<String> get(String query, boolean token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create(
                "http://localhost:"
                    + extension.port()
                    + "/systemsmanager/parameters/get?"
                    + query));
    if (token) {
      request.header("X-Aws-Parameters-Secrets-Token", LocalAccount.SESSION_TOKEN);
    }
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
  }
}
