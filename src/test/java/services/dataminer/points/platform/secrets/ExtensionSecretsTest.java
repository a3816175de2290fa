package services.dataminer.points.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.platform.outage.Unavailable;

class ExtensionSecretsTest {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private HttpServer extension;
  private int status = 200;
  private String answer = parameter("first");

  @BeforeEach
  void startExtension() throws IOException {
    extension = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    extension.createContext("/", this::answer);
    extension.start();
  }

  @AfterEach
  void stopExtension() {
    extension.stop(0);
  }

  @Test
  void A_secret_is_read_decrypted_below_the_path_with_the_token() {
    assertThat(secrets().value("calendar-secret")).isEqualTo("first");
    assertThat(asked)
        .containsExactly(
            "/systemsmanager/parameters/get"
                + "?name=%2Fdevops-points%2Fprod%2Fcalendar-secret&withDecryption=true token");
  }

  @Test
  void Nothing_is_read_before_a_secret_is_asked_for() {
    secrets();
    assertThat(asked).isEmpty();
  }

  @Test
  void A_secret_is_kept_for_five_minutes_and_then_read_again() {
    Secrets secrets = secrets();
    secrets.value("calendar-secret");
    answer = parameter("second");

    nanos.addAndGet(Duration.ofMinutes(5).minusNanos(1).toNanos());
    assertThat(secrets.value("calendar-secret")).isEqualTo("first");
    nanos.addAndGet(1);
    assertThat(secrets.value("calendar-secret")).isEqualTo("second");
    assertThat(asked).hasSize(2);
  }

  @Test
  void Secrets_are_kept_apart() {
    Secrets secrets = secrets();
    secrets.value("calendar-secret");
    answer = parameter("other");

    assertThat(secrets.value("identity-key")).isEqualTo("other");
    assertThat(secrets.value("calendar-secret")).isEqualTo("first");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 500})
  void A_secret_that_the_extension_refuses_is_unavailable_and_named(int refusal) {
    status = refusal;
    assertThatThrownBy(() -> secrets().value("calendar-secret"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining(Integer.toString(refusal))
        .hasMessageContaining("/devops-points/prod/calendar-secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "not JSON", "{\"Parameter\":{\"Value\":\" \"}}"})
  void An_answer_without_a_value_is_unavailable(String body) {
    answer = body;
    assertThatThrownBy(() -> secrets().value("calendar-secret")).isInstanceOf(Unavailable.class);
  }

  @Test
  void A_refusal_is_not_kept() {
    Secrets secrets = secrets();
    status = 500;
    assertThatThrownBy(() -> secrets.value("calendar-secret")).isInstanceOf(Unavailable.class);
    status = 200;
    assertThat(secrets.value("calendar-secret")).isEqualTo("first");
  }

  @Test
  void An_extension_that_is_not_there_is_unavailable() {
    Secrets secrets = secrets();
    extension.stop(0);
    assertThatThrownBy(() -> secrets.value("calendar-secret"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("layer");
  }

  private Secrets secrets() {
    return new ExtensionSecrets(
        "/devops-points/prod", extension.getAddress().getPort(), Optional.of("token"), nanos::get);
  }

  private static String parameter(String value) {
    return "{\"Parameter\":{\"Name\":\"any\",\"Type\":\"SecureString\",\"Value\":\"%s\"}}"
        .formatted(value);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("X-Aws-Parameters-Secrets-Token"));
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
