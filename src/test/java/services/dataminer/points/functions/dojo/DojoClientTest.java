package services.dataminer.points.functions.dojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.application.transfer.Credit;
import services.dataminer.points.application.transfer.Dojo.Response;
import services.dataminer.points.platform.outage.Unavailable;

class DojoClientTest {

  private static final OpenApiInteractionValidator CONTRACT =
      OpenApiInteractionValidator.createForSpecificationUrl(
              Path.of("docs/dojo-openapi.yaml").toUri().toString())
          .build();
  private static final Credit CREDIT = new Credit("ada.t-1", "ada", "ada@acme.example", 1250);
  private static final Instant NOW = Instant.parse("2026-09-15T01:00:00Z");

  private final List<SimpleRequest> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private HttpServer server;
  private Reply reply = exchange -> answer(exchange, 201, "{\"reference\":\"ada.t-1\"}");

  @FunctionalInterface
  private interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    var request =
        new SimpleRequest.Builder(exchange.getRequestMethod(), exchange.getRequestURI().getPath())
            .withBody(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.getRequestHeaders().forEach(request::withHeader);
    asked.add(request.build());
    try (exchange) {
      reply.to(exchange);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private DojoClient client() {
    return client(Duration.ofSeconds(20));
  }

  private DojoClient client(Duration patience) {
    URI url = URI.create("http://localhost:" + server.getAddress().getPort());
    return new DojoClient(
        Optional.of(url), name -> "secret of " + name, patience, InstantSource.fixed(NOW));
  }

  @Test
  void A_credit_is_asked_for_as_the_contract_says() {
    assertThat(client().credit(CREDIT)).isEqualTo(new Response.Credited());

    SimpleRequest request = asked.getFirst();
    assertThat(CONTRACT.validateRequest(request).getMessages()).isEmpty();
    assertThat(request.getMethod()).isEqualTo(Request.Method.POST);
    assertThat(request.getHeaderValue("Authorization")).contains("Bearer secret of dojo-token");
    assertThat(request.getHeaderValue("Idempotency-Key")).contains("ada.t-1");
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          STATUS | BODY                                                        | ANSWER
          201    | {"reference":"ada.t-1"}                                     | Credited[]
          200    | {"reference":"ada.t-1","balance":7}                         | Credited[]
          422    | {"reason":"no such member"}                                 | Rejected[reason=no such member]
          422    | {"reason":"no ada@acme.example"}                            | Rejected[reason=no <address>]
          422    | {"reason":"two\\nlines"}                                    | Rejected[reason=two lines]
          422    | {}                                                          | Rejected[reason=no reason given]
          422    | no JSON                                                     | Rejected[reason=no reason given]
          200    | {"reference":"ben.t-1"}                                     | Unclear[what=answered 200 without repeating the reference]
          201    | {}                                                          | Unclear[what=answered 201 without repeating the reference]
          200    | {"reference":                                               | Absent[what=answered 200 without repeating the reference]
          200    | ''                                                          | Absent[what=answered 200 without repeating the reference]
          200    | ["ada.t-1"]                                                 | Absent[what=answered 200 without repeating the reference]
          202    | {"reference":"ada.t-1"}                                     | Absent[what=answered 202]
          204    | ''                                                          | Absent[what=answered 204]
          400    | {}                                                          | Unclear[what=answered 400]
          401    | {}                                                          | Absent[what=answered 401]
          403    | {}                                                          | Absent[what=answered 403]
          404    | {}                                                          | Unclear[what=answered 404]
          405    | {}                                                          | Absent[what=answered 405]
          408    | {}                                                          | Absent[what=answered 408]
          409    | {}                                                          | Unclear[what=answered 409]
          429    | {}                                                          | Busy[what=429, pause=Optional.empty]
          500    | {"reference":"ada.t-1"}                                     | Busy[what=500, pause=Optional.empty]
          503    | {}                                                          | Busy[what=503, pause=Optional.empty]
          """)
  void Only_what_the_contract_says_is_taken_for_an_answer(
      int status, String body, String expected) {
    reply = exchange -> answer(exchange, status, body);

    assertThat(client().credit(CREDIT)).hasToString(expected);
  }

  @Test
  void What_is_taken_for_an_answer_is_in_the_contract() {
    for (String[] answer :
        new String[][] {
          {"201", "{\"reference\":\"ada.t-1\"}"},
          {"200", "{\"reference\":\"ada.t-1\"}"},
          {"422", "{\"reason\":\"no such member\"}"}
        }) {
      var response =
          SimpleResponse.Builder.status(Integer.parseInt(answer[0]))
              .withContentType("application/json")
              .withBody(answer[1])
              .build();
      assertThat(
              CONTRACT
                  .validateResponse("/points/credits", Request.Method.POST, response)
                  .getMessages())
          .isEmpty();
    }
  }

  @Test
  void A_redirect_is_not_followed() {
    reply =
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          answer(exchange, 307, "");
        };

    assertThat(client().credit(CREDIT)).isEqualTo(new Response.Absent("answered 307"));
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"7, PT7S", "'Tue, 15 Sep 2026 01:00:09 GMT', PT9S"})
  void The_pause_that_DOJO_asks_for_is_told(String header, Duration pause) {
    reply =
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", header);
          answer(exchange, 429, "{}");
        };

    assertThat(client().credit(CREDIT)).isEqualTo(new Response.Busy("429", Optional.of(pause)));
  }

  @Test
  void An_answer_that_does_not_come_is_waited_for_no_longer_than_agreed() {
    reply = _ -> hold();

    assertThat(client(Duration.ofMillis(200)).credit(CREDIT))
        .isEqualTo(new Response.Absent("no answer within 200 ms"));
  }

  @Test
  void An_answer_of_which_only_the_head_comes_is_none() {
    reply =
        exchange -> {
          exchange.sendResponseHeaders(201, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          hold();
        };

    assertThat(client(Duration.ofSeconds(1)).credit(CREDIT)).isInstanceOf(Response.Absent.class);
  }

  private void hold() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void A_connection_that_is_closed_or_refused_says_nothing() {
    reply = _ -> {};
    assertThat(client().credit(CREDIT)).isInstanceOf(Response.Absent.class);

    var gone = client();
    server.stop(0);
    assertThat(gone.credit(CREDIT)).isInstanceOf(Response.Absent.class);
  }

  @Test
  void An_answer_without_end_is_cut_off() {
    reply =
        exchange -> {
          exchange.sendResponseHeaders(201, 0);
          for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write(new byte[4096]);
          }
        };

    assertThat(client().credit(CREDIT)).isInstanceOf(Response.Absent.class);
  }

  @Test
  void Without_the_token_nothing_is_asked() {
    var client =
        new DojoClient(
            Optional.of(URI.create("http://localhost:1")),
            _ -> {
              throw new Unavailable("SSM is away");
            },
            Duration.ofSeconds(1),
            InstantSource.system());

    assertThat(client.credit(CREDIT)).isEqualTo(new Response.NotAsked("SSM is away"));
  }

  @Test
  void Without_an_address_the_variable_to_set_is_named() {
    var client =
        new DojoClient(
            Optional.empty(), _ -> "token", Duration.ofSeconds(1), InstantSource.system());

    assertThatThrownBy(() -> client.credit(CREDIT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("set POINTS_DOJO_URL to the URL of DOJO");
  }
}
