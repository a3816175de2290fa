package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

@DisplayName("The stand-in of SSM")
class ParametersStandInTest {
  private static final Duration TERM = Duration.ofMinutes(16);
  private static final String SECRET = "/points/prod/standard-webhooks-secret";

  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private Instant now = Instant.parse("2026-09-12T10:00:00Z");
  private final IssuedCredentials issued = new IssuedCredentials(() -> now);
  private final Map<String, Policy> policies =
      Map.of(
          "reader",
          new Policy(
              List.of(
                  new PolicyStatement(
                      true,
                      List.of("ssm:GetParameter"),
                      List.of(
                          LocalAccount.arn("ssm", "parameter" + SECRET),
                          LocalAccount.arn("ssm", "parameter/points/prod/absent")),
                      List.of()))));
  private final ParametersStandIn parameters =
      new ParametersStandIn(
          new Callers(issued), name -> policies.getOrDefault(name, new Policy(List.of())));

  @AfterEach
  void stop() {
    parameters.close();
    http.close();
  }

  @Test
  @DisplayName("answers a parameter as Systems Manager does")
  void parametersAreAnswered() {
    JsonNode answer = read(issued.issue("reader", TERM).keys(), SECRET);

    assertThat(answer.path("Parameter").path("Name").asText()).isEqualTo(SECRET);
    assertThat(answer.path("Parameter").path("Value").asText())
        .isEqualTo("whsec_bG9jYWwtY2FsZW5kYXItc2VjcmV0");
  }

  @Test
  @DisplayName("has an identity key of 32 bytes")
  void identityKeyIsLongEnough() {
    String key = ParametersStandIn.SECRETS.get("identity-key");

    assertThat(Base64.getDecoder().decode(key)).hasSize(32);
  }

  @ParameterizedTest(name = "{2}: {0} asks for {1}")
  @DisplayName("refuses a function what its policy does not name, and what is not there")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          other  | /points/prod/standard-webhooks-secret | AccessDeniedException
          reader | /points/prod/calendar-secret          | AccessDeniedException
          reader | /points/test/standard-webhooks-secret | AccessDeniedException
          reader | /points/prod/absent                   | ParameterNotFound
          """)
  void othersAreRefused(String function, String name, String error) {
    assertThat(error(issued.issue(function, TERM).keys(), name)).isEqualTo(error);
  }

  @Test
  @DisplayName("knows only the keys that were issued")
  void strangersAreRefused() {
    assertThat(error(AwsBasicCredentials.create("ASIAANYBODY", "secret"), SECRET))
        .isEqualTo("UnrecognizedClientException");
  }

  @Test
  @DisplayName("wants the token that belongs to the keys")
  void tokensBelongToKeys() {
    AwsSessionCredentials keys = issued.issue("reader", TERM).keys();
    AwsSessionCredentials others = issued.issue("reader", TERM).keys();

    assertThat(
            error(
                AwsSessionCredentials.create(
                    keys.accessKeyId(), keys.secretAccessKey(), others.sessionToken()),
                SECRET))
        .isEqualTo("UnrecognizedClientException");
  }

  @Test
  @DisplayName("checks the signature itself")
  void signaturesAreChecked() {
    AwsSessionCredentials keys = issued.issue("reader", TERM).keys();

    assertThat(
            error(
                AwsSessionCredentials.create(keys.accessKeyId(), "guessed", keys.sessionToken()),
                SECRET))
        .isEqualTo("InvalidSignatureException");
  }

  @Test
  @DisplayName("refuses keys that have expired, and takes the next ones")
  void keysExpire() {
    AwsSessionCredentials first = issued.issue("reader", TERM).keys();
    now = now.plus(TERM);
    AwsSessionCredentials second = issued.issue("reader", TERM).keys();

    assertThat(error(first, SECRET)).isEqualTo("ExpiredTokenException");
    assertThat(read(second, SECRET).path("Parameter").path("Version").asInt()).isEqualTo(1);
  }

  private String error(AwsCredentialsIdentity keys, String name) {
    return read(keys, name).path("__type").asText();
  }

  private JsonNode read(AwsCredentialsIdentity keys, String name) {
    byte[] body = Json.bytes(Json.object().put("Name", name).put("WithDecryption", true));
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create(parameters.address()))
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", "AmazonSSM.GetParameter")
            .build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(
                call ->
                    call.identity(keys)
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ssm")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, LocalAccount.REGION));
    try {
      HttpExecuteResponse response =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed.request())
                      .contentStreamProvider(signed.payload().orElseThrow())
                      .build())
              .call();
      try (InputStream answer = response.responseBody().orElseThrow()) {
        return Json.read(new String(answer.readAllBytes(), StandardCharsets.UTF_8)).orElseThrow();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
