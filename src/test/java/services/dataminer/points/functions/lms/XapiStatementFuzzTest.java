package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.RecordingMessageQueues;
import services.dataminer.points.functions.Foreign;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.WireCall;
import services.dataminer.points.functions.queue.MessageJson;
import services.dataminer.points.ledger.FrozenTable;
import services.dataminer.points.ledger.activity.Statements;

/// Whoever knows the credentials may send anything else: statements, forms, attachments.
@DisplayName("A call of a learning platform, whatever it holds,")
@WholeSuite
class XapiStatementFuzzTest {

  private static final List<String> ROUTES =
      List.of("GET /xapi/about", "POST /xapi/statements", "PUT /xapi/statements");

  private final RecordingMessageQueues queues = new RecordingMessageQueues();
  private final XapiStatementsFunction function =
      new XapiStatementsFunction(
          new ReceiveStatements(
              new LmsCredentials(_ -> "{\"moodle\":\"moodle-secret\"}"),
              new Statements(FrozenTable.empty()),
              queues));

  @FuzzTest
  void call(byte[] sent) {
    WireCall.of(sent)
        .event(ROUTES, "nobody", LmsRequest.RECEIVED_AT)
        .ifPresent(
            event -> {
              var headers = new HashMap<>(event.getHeaders());
              headers.putIfAbsent("authorization", "Basic bW9vZGxlOm1vb2RsZS1zZWNyZXQ=");
              headers.putIfAbsent("x-experience-api-version", "1.0.3");
              event.setHeaders(headers);
              check(Foreign.answer(event, function::answer));
            });
  }

  /// Only what is accepted is sent on, and arrives as it was sent.
  private void check(HttpAnswer answer) {
    List<Object> sent = queues.takeMessages();
    assertThat(answer.status() < 300 || sent.isEmpty()).isTrue();
    for (Object message : sent) {
      JsonNode json = MessageJson.MAPPER.valueToTree(message);
      assertThat(MessageJson.MAPPER.convertValue(json, CourseMessage.class)).isEqualTo(message);
    }
  }
}
