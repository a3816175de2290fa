package services.dataminer.points.application.activity;

import java.util.List;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.ledger.activity.BlockedActivity;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Retraction;

/// What administrators ask of an activity, in the words of the function that works on its kind.
final class ActivityMessages {

  private ActivityMessages() {}

  /// The queue whose function works on activities of a kind.
  static QueueName queueOf(ActivityKind kind) {
    return switch (kind) {
      case EXHIBITION_MEETING -> QueueName.EXHIBITION_MEETING;
      case VIRTUAL_MEETING -> QueueName.VIRTUAL_MEETING;
      case MEETING -> QueueName.MEETING_ATTENDANCE;
      case COURSE_PROGRESS -> QueueName.COURSE_PROGRESS;
      case HOSTED_EVENT -> QueueName.HOSTED_EVENT;
      case USE_CASE -> QueueName.USE_CASE;
      case CONTRIBUTION -> QueueName.CONTRIBUTION;
      case ADJUSTMENT -> QueueName.ADJUSTMENT;
      case SHOW -> throw settledAtNight();
    };
  }

  /// The request to reassess an activity.
  static Object reassess(BlockedActivity activity, ReassessmentScope again) {
    return switch (activity.kind()) {
      case EXHIBITION_MEETING, VIRTUAL_MEETING, MEETING ->
          MeetingMessage.reassess(activity.activityId(), again);
      case COURSE_PROGRESS ->
          new CourseMessage.Reassess(CourseMessage.SCHEMA, activity.activityId(), again);
      case HOSTED_EVENT, USE_CASE, CONTRIBUTION, ADJUSTMENT ->
          RecordedAwardMessage.reassess(activity.activityId(), again);
      case SHOW -> throw settledAtNight();
    };
  }

  /// The fact that an activity is retracted.
  static Object retraction(ActivityKind kind, ActivityId id, Retraction fact) {
    return switch (kind) {
      case EXHIBITION_MEETING, VIRTUAL_MEETING, MEETING -> MeetingMessage.of(id, List.of(fact));
      case COURSE_PROGRESS -> new CourseMessage.Retract(CourseMessage.SCHEMA, id, fact);
      case HOSTED_EVENT, USE_CASE, CONTRIBUTION, ADJUSTMENT -> RecordedAwardMessage.of(id, fact);
      case SHOW -> throw settledAtNight();
    };
  }

  private static IllegalArgumentException settledAtNight() {
    return new IllegalArgumentException("a show is settled at night, not assessed by a queue");
  }
}
