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
import services.dataminer.points.program.activity.Adjustment;
import services.dataminer.points.program.activity.AwardBasis;
import services.dataminer.points.program.activity.Contribution;
import services.dataminer.points.program.activity.HostedEvent;
import services.dataminer.points.program.activity.HostedEvent.Day;
import services.dataminer.points.program.activity.HostedEvent.Series;
import services.dataminer.points.program.activity.RecordedAwardFact;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.activity.Retraction;
import services.dataminer.points.program.activity.UseCase;

class RecordedAwardMessageTest {

  private static final Instant AT = Instant.parse("2026-09-01T10:00:00Z");

  static Stream<RecordedAwardFact> facts() {
    LocalDate day = LocalDate.parse("2026-08-31");
    List<String> people = List.of("ada");
    var deed =
        recorded(
            new Contribution("ada", "kata", Optional.of(75L), Optional.of("https://a.example")));
    return Stream.of(
        recorded(new HostedEvent("Inspire", Series.INSPIRE, List.of(new Day(day, 1)), people)),
        recorded(new UseCase("Playout", people, 500, day)),
        deed,
        deed.erased(),
        recorded(new Adjustment("ada", 7, "missed")),
        new Retraction(AT, "grace", "by mistake"));
  }

  private static Recorded recorded(AwardBasis basis) {
    return new Recorded(AT, "grace", AT, basis);
  }

  @ParameterizedTest
  @MethodSource("facts")
  void A_message_reads_as_sent_by_a_receiver_that_refuses_unknown_fields(RecordedAwardFact fact)
      throws JsonProcessingException {
    var facts = List.of(fact, new Retraction(AT, "linus", "another"));
    var message =
        new RecordedAwardMessage(
            RecordedAwardMessage.SCHEMA,
            ActivityId.calcom("a"),
            facts,
            MeetingMessage.ReassessmentScope.NOTHING);

    String sent = MessageJson.MAPPER.writeValueAsString(message);

    assertThat(
            MessageJson.MAPPER
                .readerFor(RecordedAwardMessage.class)
                .with(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .<RecordedAwardMessage>readValue(sent))
        .isEqualTo(message);
  }
}
