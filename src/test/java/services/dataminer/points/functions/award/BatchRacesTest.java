package services.dataminer.points.functions.award;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.award.CalendarFacts;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.functions.queue.MessageJson;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.MeetingFact;

@DisplayName("A batch whose messages race each other for two balances")
@WholeSuite
class BatchRacesTest {

  private static final String ADA = "ada@acme.example";
  private static final String BEN = "ben@acme.example";
  private static final String CARL = "carl@customer.example";

  private final Program program = new Program(LocalTable.fresh());
  private final CountedMetrics metrics = new CountedMetrics();
  private final AwardFunctions functions =
      new AwardFunctions(
          program.graph().awardMeeting(program),
          program.graph().awardCourse(),
          program.graph().grantRecordedAward(),
          metrics);

  @BeforeEach
  void directory() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.member("ben", "acme", BEN);
  }

  @RepeatedTest(10)
  @DisplayName("awards what it would one after another, and a second delivery nothing")
  void sums() {
    List<SQSMessage> batch =
        Stream.of(
                message("a", CalendarFacts.videoCall(ADA, BEN, CARL)),
                message("b", CalendarFacts.videoCall(ADA, CARL)),
                message("c", CalendarFacts.videoCall(ADA, BEN, CARL)),
                message("d", CalendarFacts.videoCall(BEN, CARL)),
                message("a", CalendarFacts.ended()),
                message("b", CalendarFacts.ended()),
                message("c", CalendarFacts.ended()),
                message("d", CalendarFacts.ended()),
                message("a", CalendarFacts.absent(BEN, "2026-09-13T00:00:00Z")),
                message("b", CalendarFacts.ended()))
            .toList();

    deliver(batch);
    deliver(batch);

    assertThat(metrics.counts()).isEmpty();
    assertThat(program.balanceOf("ada")).isEqualTo(100 + 100 + 50);
    assertThat(program.balanceOf("ben")).isEqualTo(50 + 100);
    for (String member : List.of("ada", "ben")) {
      assertThat(program.sumOfEntries(member)).isEqualTo(program.balanceOf(member));
    }
  }

  /// As Funqy does: hands over all, then waits for each.
  private void deliver(List<SQSMessage> batch) {
    List<Uni<Void>> begun = batch.stream().map(functions::virtualMeeting).toList();
    begun.forEach(each -> each.await().indefinitely());
  }

  private static SQSMessage message(String uid, MeetingFact fact) {
    var message = new SQSMessage();
    message.setMessageId("id-" + uid);
    message.setEventSource("aws:sqs");
    message.setAttributes(Map.of("SentTimestamp", "1789209000123"));
    try {
      message.setBody(
          MessageJson.MAPPER.writeValueAsString(
              MeetingMessage.of(ActivityId.calcom(uid), List.of(fact))));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
    return message;
  }
}
