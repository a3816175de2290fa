package services.dataminer.points.application.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.functions.queue.MessageJson;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.RecordedAwardFact;
import services.dataminer.points.program.activity.RecordedAwardFact.Adjustment;
import services.dataminer.points.program.activity.RecordedAwardFact.Contribution;
import services.dataminer.points.program.activity.RecordedAwardFact.Day;
import services.dataminer.points.program.activity.RecordedAwardFact.HostedEvent;
import services.dataminer.points.program.activity.RecordedAwardFact.Series;
import services.dataminer.points.program.activity.RecordedAwardFact.UseCase;
import services.dataminer.points.program.activity.Retraction;

class RecordedAwardMessageTest {

  private static final Instant AT = Instant.parse("2026-09-01T10:00:00Z");

  static Stream<RecordedAwardFact> facts() {
    LocalDate day = LocalDate.parse("2026-08-31");
    List<String> people = List.of("ada");
    var deed =
        new Contribution(
            AT, "grace", "ada", "kata", Optional.of(75L), AT, Optional.of("https://a.example"));
    return Stream.of(
        new HostedEvent(
            AT, "grace", "Inspire", Series.INSPIRE, List.of(new Day(day, 1)), people, AT),
        new UseCase(AT, "grace", "Playout", people, 500, day, AT),
        deed,
        deed.erased(),
        new Adjustment(AT, "grace", "ada", 7, "missed", AT),
        new Retraction(AT, "grace", "by mistake"));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void A_message_reads_as_sent_by_a_receiver_that_refuses_unknown_fields(RecordedAwardFact fact)
      throws JsonProcessingException {
    RecordedAwardMessage message = RecordedAwardMessage.of(ActivityId.calcom("a"), fact);

    String sent = MessageJson.MAPPER.writeValueAsString(message);

    assertThat(
            MessageJson.MAPPER
                .readerFor(RecordedAwardMessage.class)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .<RecordedAwardMessage>readValue(sent))
        .isEqualTo(message);
  }
}
