package services.dataminer.points.functions.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.message.RecordingMessageQueues;
import services.dataminer.points.application.night.DivideNight;
import services.dataminer.points.application.night.WorkOnShard;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.transfer.Credit;
import services.dataminer.points.application.transfer.Dojo;
import services.dataminer.points.application.transfer.PostTransfers;
import services.dataminer.points.functions.log.RedactedFailureLog;
import services.dataminer.points.functions.queue.MessageJson;
import services.dataminer.points.functions.queue.UnreadableMessage;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.night.DividedNights;
import services.dataminer.points.ledger.night.NightKind;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;

@DisplayName("night-worker")
@WholeSuite
class NightWorkerFunctionTest {

  private static final Instant AT = Instant.parse("2026-09-15T01:30:00Z");

  private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  private final ObjectGraph graph = new ObjectGraph(books.table());
  private final DividedNights nights = new DividedNights(books.table());
  private final RecordingMessageQueues queue = new RecordingMessageQueues();
  private final CountedMetrics metrics = new CountedMetrics();
  private final DivideNight divide = new DivideNight(nights, queue, 0, 10);
  private final PostTransfers post =
      new PostTransfers(
          graph.transfers(),
          graph.reserveTransfers(),
          NightWorkerFunctionTest::credit,
          divide,
          metrics,
          new RedactedFailureLog(),
          Bookkeeping.BRUSSELS);
  private final NightWorkerFunction function =
      new NightWorkerFunction(
          new WorkOnShard(nights, queue),
          graph.reconcileBalances(metrics, divide),
          post,
          graph.settleShows(divide),
          metrics);

  private static Dojo.Response credit(Credit credit) {
    return new Dojo.Response.Credited();
  }

  @BeforeEach
  void someoneWithPoints() {
    books.member("ada", false);
    books.grant("ada", "a", "2026-05-01", 100);
    books.member("ben");
    books.grant("ben", "b", "2026-05-01", 50);
  }

  private void work(String body) {
    var message = new SQSMessage();
    message.setMessageId("00000000-0000-4000-8000-000000000001");
    message.setEventSource("aws:sqs");
    message.setAttributes(Map.of("SentTimestamp", "1789435800000", "ApproximateReceiveCount", "1"));
    message.setBody(body);
    function.work(message).await().indefinitely();
  }

  private void workOnAll() {
    for (Object message : queue.takeMessages()) {
      try {
        work(MessageJson.MAPPER.writeValueAsString(message));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  @DisplayName("transfers what a shard's message names, as it travels")
  void transfers() {
    graph.requestTransfer().request(books.members().find("ada").orElseThrow(), "t-1", 30, AT);
    post.night(AT, ObjectGraph.time());

    workOnAll();

    assertThat(books.balance("ada").transferred()).isEqualTo(30);
    assertThat(books.balance("ben").transferred()).isEqualTo(50);
    assertThat(nights.find(NightKind.TRANSFERS, AT).reported()).isTrue();
  }

  @Test
  @DisplayName("reconciles likewise")
  void balances() {
    graph
        .reconcileBalances(metrics, divide)
        .night(ReconciliationRun.night(AT, Bookkeeping.BRUSSELS), ObjectGraph.time());

    workOnAll();

    assertThat(nights.find(NightKind.BALANCES, AT).sums()).containsEntry("members", 2L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"schema\":2,\"plan\":1,\"shard\":0,\"attempt\":1,\"due\":{\"kind\":\"TRANSFERS\",\"scheduledAt\":\"2026-09-15T01:30:00Z\",\"members\":[],\"transfers\":[]}}",
        "{\"schema\":1,\"plan\":1,\"shard\":0,\"attempt\":1,\"due\":{\"kind\":\"COURSES\",\"scheduledAt\":\"2026-09-15T01:30:00Z\",\"members\":[],\"transfers\":[]}}",
        "{\"schema\":1,\"plan\":1,\"shard\":0,\"attempt\":1,\"due\":{\"kind\":\"TRANSFERS\",\"scheduledAt\":\"2026-09-15T01:30:00Z\",\"members\":[]}}",
        "{\"schema\":1,\"plan\":1,\"shard\":0,\"attempt\":1}",
        "[]"
      })
  @DisplayName("fails of a message that it does not understand, with its alarm")
  void unreadable(String body) {
    assertThatThrownBy(() -> work(body)).isInstanceOf(UnreadableMessage.class);

    assertThat(metrics.counts()).isEqualTo(Map.of(Metric.MESSAGES_FAILED, 1L));
  }

  @Test
  @DisplayName("does nothing for a shard of a night that was never divided")
  void unknown() {
    work(
        "{\"schema\":1,\"plan\":1,\"shard\":0,\"attempt\":1,\"due\":{\"kind\":\"TRANSFERS\",\"scheduledAt\":\"2026-09-15T01:30:00Z\",\"members\":[\"ben\"],\"transfers\":[]}}");

    assertThat(books.balance("ben").transferred()).isZero();
    assertThat(nights.latest(NightKind.TRANSFERS, 1)).isEqualTo(List.of());
  }
}
