package services.dataminer.points.functions.calendar;

import java.util.List;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.MeetingFact;

/// What a webhook tells.
sealed interface WebhookOutcome {

  /// Facts about meetings, each on its way to a queue.
  record Facts(List<Addressed> messages) implements WebhookOutcome {

    public Facts {
      messages = List.copyOf(messages);
    }

    /// The meetings told of, each once.
    List<ActivityId> activityIds() {
      return messages.stream().map(to -> to.message().activityId()).distinct().toList();
    }
  }

  /// Nothing that this product works on.
  ///
  /// @param why what was ignored and why
  record Ignored(String why) implements WebhookOutcome {}

  /// A message and the queue it belongs on.
  record Addressed(QueueName queue, MeetingMessage message) {

    static Addressed to(QueueName queue, ActivityId meeting, List<MeetingFact> facts) {
      return new Addressed(queue, MeetingMessage.of(meeting, facts));
    }
  }

  /// Facts about one meeting.
  static WebhookOutcome facts(QueueName queue, ActivityId meeting, List<MeetingFact> facts) {
    return new Facts(List.of(Addressed.to(queue, meeting, facts)));
  }
}
