package services.dataminer.points.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.platform.priming.CannedAnswers;
import services.dataminer.points.platform.priming.Priming;

@DisplayName("A call to DOJO or Cal.com")
class ExchangeTest {

  private static final HttpRequest REQUEST =
      HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/bookings")).build();

  @Test
  @DisplayName("is answered within the process while a function is primed")
  void canned() {
    var canned =
        new CannedAnswers() {
          @Override
          public URI aws() {
            throw new IllegalArgumentException("nobody asks AWS");
          }

          @Override
          public String to(HttpRequest request) {
            return "instead of " + request.uri().getPath();
          }
        };
    var answer = new AtomicReference<Exchange>();

    Priming.with(canned, () -> answer.set(Exchange.of(REQUEST, 1000, Duration.ofSeconds(1))));

    assertThat(answer.get())
        .isInstanceOfSatisfying(
            Exchange.Answered.class,
            answered -> assertThat(answered.response().body()).isEqualTo("instead of /bookings"));
  }
}
