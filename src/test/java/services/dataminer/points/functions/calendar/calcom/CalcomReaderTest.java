package services.dataminer.points.functions.calendar.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.calendar.calcom.CalcomApi.Response;
import services.dataminer.points.functions.calendar.calcom.CalcomReader.Patience;

@DisplayName("Whoever asks Cal.com")
class CalcomReaderTest {

  private static final Response FOUND = new Response.Found(NullNode.instance);
  private static final Response ABSENT = new Response.Absent("no answer");

  private final Deque<Response> answers = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final CalcomReader reader =
      new CalcomReader(
          new CalcomApi() {
            @Override
            public Response booking(String uid) {
              return answers.removeFirst();
            }

            @Override
            public Response page(Position position) {
              return answers.removeFirst();
            }

            @Override
            public boolean pagesByCursor() {
              return false;
            }
          },
          new TimeBudget(Duration.ofSeconds(100), nanos::get),
          new Patience(3, Duration.ofSeconds(30), this::rest));

  private void rest(Duration pause) {
    pauses.add(pause);
    nanos.addAndGet(pause.toNanos());
  }

  private static Response busy(int seconds) {
    return new Response.Busy("answered 429", Optional.of(Duration.ofSeconds(seconds)));
  }

  @Test
  @DisplayName("comes again after the pause that it asks for")
  void comesAgain() {
    answers.addAll(List.of(busy(7), busy(8), FOUND));

    assertThat(reader.booking("a")).isEqualTo(FOUND);
    assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(8));
    assertThat(reader.closed()).isEmpty();
  }

  @Test
  @DisplayName("comes again a few times where there is no answer, after growing pauses")
  void noAnswer() {
    answers.addAll(List.of(ABSENT, ABSENT, FOUND));

    assertThat(reader.booking("a")).isEqualTo(FOUND);
    assertThat(pauses).hasSize(2).allMatch(pause -> pause.compareTo(Duration.ofSeconds(3)) < 0);
  }

  @Test
  @DisplayName("asks nothing more once it gave up")
  void givesUp() {
    answers.addAll(List.of(ABSENT, ABSENT, ABSENT, FOUND));

    assertThat(reader.booking("a")).isEqualTo(ABSENT);
    assertThat(reader.booking("b")).isInstanceOf(Response.Absent.class);
    assertThat(answers).hasSize(1);
    assertThat(reader.closed()).contains("Cal.com: no answer");
    assertThat(reader.isRefused()).isFalse();
  }

  @Test
  @DisplayName("does not wait longer than bearable")
  void tooLong() {
    answers.add(busy(31));

    assertThat(reader.booking("a")).isEqualTo(busy(31));
    assertThat(pauses).isEmpty();
    assertThat(reader.closed()).isPresent();
  }

  @Test
  @DisplayName("asks nothing more once refused")
  void refused() {
    answers.add(new Response.Refused(401));

    assertThat(reader.booking("a")).isEqualTo(new Response.Refused(401));
    assertThat(reader.stops()).isTrue();
    assertThat(reader.isRefused()).isTrue();
    assertThat(reader.closed()).contains("Cal.com refuses the API key with 401");
  }

  @Test
  @DisplayName("asks nothing more once the time is up")
  void timeUp() {
    nanos.addAndGet(Duration.ofSeconds(100).toNanos());

    assertThat(reader.booking("a")).isEqualTo(new Response.Absent("not asked: out of time"));
    reader.close("whatever");
    assertThat(reader.closed()).isEmpty();
  }
}
