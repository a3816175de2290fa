package services.dataminer.points.functions.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.functions.Foreign;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.queue.MessageJson;

/// A webhook that is read, whatever it holds.
final class ReadWebhook {

  private final SentMessages queues = new SentMessages();
  private final CalendarWebhookFunction function = AnyWebhook.function(queues);

  /// Fails unless the contract describes the answer, what is sent is what the receiving end can
  /// read, and the same webhook says the same when it arrives again.
  HttpAnswer check(SignedRequest request) {
    queues.forget();
    HttpAnswer answer = Foreign.answer(request.event(), function::calendarWebhook);
    List<SentMessages.Sent> sent = queues.all();
    assertThat(sent.isEmpty()).isEqualTo(answer.status() != 202);
    for (SentMessages.Sent to : sent) {
      JsonNode json = MessageJson.MAPPER.valueToTree(to.message());
      assertThat(MessageJson.MAPPER.convertValue(json, MeetingMessage.class))
          .isEqualTo(to.message());
    }
    queues.forget();
    function.calendarWebhook(request.event());
    assertThat(queues.all()).isEqualTo(sent);
    return answer;
  }
}
