package services.dataminer.points.functions.calendar.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.functions.calendar.calcom.CalcomApi.Position;
import services.dataminer.points.functions.calendar.calcom.CalcomApi.Response;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.Secrets;

@DisplayName("Cal.com's API over HTTP")
class CalcomClientTest {

  private static final Instant NOW = Instant.parse("2026-09-30T00:30:00Z");
  private static final Secrets KEY =
      name -> {
        assertThat(name).isEqualTo("calcom-api-key");
        return "cal_key";
      };

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private HttpServer server;
  private HttpHandler handler = exchange -> answer(exchange, 200, "{\"data\":[]}");

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("cal-api-version")
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          handler.handle(exchange);
          exchange.close();
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    never.countDown();
    server.stop(0);
  }

  private CalcomSettings settings() {
    return CalcomSettings.at(
        "http://%s:%d"
            .formatted(
                InetAddress.getLoopbackAddress().getHostAddress(), server.getAddress().getPort()));
  }

  private static CalcomClient client(CalcomSettings settings) {
    return new CalcomClient(settings, KEY, Duration.ofSeconds(10), InstantSource.fixed(NOW));
  }

  private Response answered(int status, String body) {
    handler = exchange -> answer(exchange, status, body);
    return client(settings()).booking("c1");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Test
  @DisplayName("is asked for one booking with the key and a version")
  void oneBooking() {
    Response answer = answered(200, "{\"status\":\"success\",\"data\":{\"uid\":\"c1\"}}");

    assertThat(answer)
        .isInstanceOfSatisfying(
            Response.Found.class,
            found -> assertThat(found.body().at("/data/uid").asText()).isEqualTo("c1"));
    assertThat(asked).containsExactly("GET /v2/bookings/c1 2024-08-13 Bearer cal_key");
  }

  @Test
  @DisplayName("is asked for pages by skipping in the version of one's own host")
  void pages() {
    client(settings()).page(new Position(NOW, 100, Optional.empty()));

    assertThat(asked)
        .containsExactly(
            "GET /v2/bookings?afterUpdatedAt=2026-09-30T00%3A30%3A00Z&sortUpdatedAt=asc"
                + "&take=100&skip=100"
                + "&status=upcoming%2Crecurring%2Cpast%2Ccancelled%2Cunconfirmed"
                + " 2024-08-13 Bearer cal_key");
  }

  @Test
  @DisplayName("is asked for an organization's pages by cursor in a later version")
  void cursors() {
    CalcomClient client = client(settings().organization("42").version("2026-05-01"));

    client.page(new Position(NOW, 0, Optional.empty()));
    client.page(new Position(NOW, 0, Optional.of("a+b=")));
    client.booking("c1");

    assertThat(client.pagesByCursor()).isTrue();
    assertThat(asked)
        .containsExactly(
            "GET /v2/organizations/42/bookings?afterUpdatedAt=2026-09-30T00%3A30%3A00Z"
                + "&sortUpdatedAt=asc&limit=100 2026-05-01 Bearer cal_key",
            "GET /v2/organizations/42/bookings?afterUpdatedAt=2026-09-30T00%3A30%3A00Z"
                + "&sortUpdatedAt=asc&limit=100&cursor=a%2Bb%3D 2026-05-01 Bearer cal_key",
            "GET /v2/bookings/c1 2024-08-13 Bearer cal_key");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  @DisplayName("that does not let us in says so")
  void refused(int status) {
    assertThat(answered(status, "{}")).isEqualTo(new Response.Refused(status));
  }

  @Test
  @DisplayName("may not know a booking, or a question")
  void unknown() {
    assertThat(answered(404, "{}")).isEqualTo(new Response.Unknown());
    assertThat(answered(400, "{}")).isEqualTo(new Response.Misunderstood(400));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  @DisplayName("that is busy may say for how long")
  void busy(int status) {
    assertThat(answered(status, ""))
        .isEqualTo(new Response.Busy("answered " + status, Optional.empty()));

    handler =
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "7");
          answer(exchange, status, "");
        };
    assertThat(client(settings()).booking("c1"))
        .isEqualTo(new Response.Busy("answered " + status, Optional.of(Duration.ofSeconds(7))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{}", "[]", "null", "{\"data\":null}", "{\"data\":"})
  @DisplayName("that answers something else has not answered")
  void garbage(String body) {
    assertThat(answered(200, body)).isInstanceOf(Response.Absent.class);
  }

  @Test
  @DisplayName("that redirects has not answered, and gets the key nowhere else")
  void redirect() {
    handler =
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          answer(exchange, 302, "");
        };

    assertThat(client(settings()).booking("c1")).isEqualTo(new Response.Absent("answered 302"));
    assertThat(asked).hasSize(1);
  }

  @Test
  @DisplayName("that answers more than fits is not read to the end")
  void huge() {
    assertThat(answered(200, "{\"data\":\"" + "x".repeat(17 * 1024 * 1024) + "\"}"))
        .isInstanceOfSatisfying(
            Response.Absent.class, absent -> assertThat(absent.what()).startsWith("no answer"));
  }

  @Test
  @DisplayName("that is slow is not waited for")
  void slow() {
    handler =
        _ -> {
          try {
            never.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        };
    var client =
        new CalcomClient(settings(), KEY, Duration.ofMillis(200), InstantSource.fixed(NOW));

    assertThat(client.booking("c1")).isEqualTo(new Response.Absent("no answer within 200 ms"));
  }

  @Test
  @DisplayName("that is not there has not answered")
  void down() {
    CalcomSettings settings = settings();
    server.stop(0);

    assertThat(client(settings).booking("c1")).isInstanceOf(Response.Absent.class);
  }

  @Test
  @DisplayName("is not asked without a key")
  void noKey() {
    var client =
        new CalcomClient(
            settings(),
            _ -> {
              throw new Unavailable("no such parameter");
            },
            Duration.ofSeconds(10),
            InstantSource.fixed(NOW));

    assertThat(client.booking("c1")).isEqualTo(new Response.Absent("no such parameter"));
    assertThat(asked).isEmpty();
  }
}
