package services.dataminer.points.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.platform.secrets.ParameterReading.Found;
import services.dataminer.points.platform.secrets.ParameterReading.Refused;
import services.dataminer.points.platform.secrets.ParameterReading.Unanswered;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

class ParameterStoreTest {

  private static final String NAME = "/devops-points/prod/calendar-secret";
  private static final AwsCredentialsProvider KEYS =
      () -> AwsSessionCredentials.create("ASIAKEY", "key", "token");

  private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private HttpServer ssm;
  private int status = 200;
  private String answer = "{\"Parameter\":{\"Type\":\"SecureString\",\"Value\":\" s3cret \"}}";

  @BeforeEach
  void startSsm() throws IOException {
    ssm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ssm.createContext("/", this::answer);
    ssm.start();
  }

  @AfterEach
  void stopSsm() {
    ssm.stop(0);
  }

  @Test
  void A_parameter_is_read_decrypted_by_a_signed_call() throws IOException {
    assertThat(store(KEYS).read(NAME)).isEqualTo(new Found("s3cret"));

    assertThat(Json.MAPPER.readTree(bodies.getFirst()))
        .isEqualTo(Json.MAPPER.readTree("{\"Name\":\"" + NAME + "\",\"WithDecryption\":true}"));
    assertThat(headers.getFirst())
        .containsEntry("X-amz-target", List.of("AmazonSSM.GetParameter"))
        .containsEntry("X-amz-security-token", List.of("token"))
        .containsEntry("Content-type", List.of("application/x-amz-json-1.1"));
    assertThat(headers.getFirst().get("Authorization").getFirst())
        .matches(
            "AWS4-HMAC-SHA256 Credential=ASIAKEY/[0-9]{8}/eu-west-1/ssm/aws4_request, SignedHeaders=.*host.*x-amz-date.*, Signature=[0-9a-f]{64}");
  }

  @Test
  void A_parameter_that_does_not_exist_is_refused_and_named() {
    refuse("{\"__type\":\"ParameterNotFound\"}");

    assertThat(store(KEYS).read(NAME))
        .isEqualTo(
            new Refused("SSM parameter " + NAME + " does not exist. Create it as a SecureString."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccessDeniedException",
        "com.amazonaws.ssm#AccessDeniedException",
        "InvalidKeyId"
      })
  void A_parameter_that_the_function_may_not_read_is_refused_and_named(String type) {
    refuse("{\"__type\":\"" + type + "\",\"message\":\"User: arn:x is not authorized\"}");

    assertThat(store(KEYS).read(NAME))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.why()).contains(NAME).contains("policy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"Parameter\":{\"Value\":\" \"}}"})
  void A_parameter_without_a_value_is_refused(String body) {
    answer = body;

    assertThat(store(KEYS).read(NAME)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | {"__type":"ThrottlingException"}
          400 | {"__type":"ExpiredTokenException"}
          500 | {"__type":"InternalServerError"}
          503 | ''
          502 | <html>s3cret</html>
          200 | {"Parameter":{"Value":"s3cret
          """)
  void An_answer_to_another_question_leaves_it_open_and_quotes_no_secret(int code, String body) {
    status = code;
    answer = body;

    assertThat(store(KEYS).read(NAME))
        .isInstanceOfSatisfying(
            Unanswered.class,
            unanswered -> assertThat(unanswered.why()).contains(NAME).doesNotContain("s3cret"));
  }

  @Test
  void An_SSM_that_is_not_there_leaves_it_open() {
    ssm.stop(0);

    assertThat(store(KEYS).read(NAME)).isInstanceOf(Unanswered.class);
  }

  @Test
  void Without_credentials_nothing_is_asked() {
    AwsCredentialsProvider none =
        () -> {
          throw SdkClientException.create("no credentials");
        };

    assertThat(store(none).read(NAME))
        .isInstanceOfSatisfying(
            Unanswered.class,
            unanswered -> assertThat(unanswered.why()).contains("no credentials"));
    assertThat(bodies).isEmpty();
  }

  @Test
  void A_value_is_not_in_the_text_of_what_was_read() {
    assertThat(new Found("s3cret")).hasToString("Found[]");
  }

  private void refuse(String body) {
    status = 400;
    answer = body;
  }

  private ParameterStore store(AwsCredentialsProvider credentials) {
    URI endpoint = URI.create("http://127.0.0.1:" + ssm.getAddress().getPort());
    return new ParameterStore(Optional.of("eu-west-1"), Optional.of(endpoint), credentials);
  }

  private void answer(HttpExchange exchange) throws IOException {
    headers.add(Map.copyOf(exchange.getRequestHeaders()));
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
