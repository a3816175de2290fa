package services.dataminer.points.application.activity;

import java.util.List;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Retraction;

/// What administrators ask of an activity, in the words of the function that works on its kind.
final class ActivityMessages {

  private ActivityMessages() {}

  /// The request to reassess an activity.
  static Object reassess(ActivityId id, ActivityKind kind, ReassessmentScope again) {
    return switch (kind.family()) {
      case MEETING -> MeetingMessage.reassess(id, again);
      case COURSE -> new CourseMessage.Reassess(CourseMessage.SCHEMA, id, again);
      case RECORDED_AWARD -> RecordedAwardMessage.reassess(id, again);
      case SHOW -> throw settledAtNight();
    };
  }

  /// The fact that an activity is retracted.
  static Object retraction(ActivityKind kind, ActivityId id, Retraction fact) {
    return switch (kind.family()) {
      case MEETING -> MeetingMessage.of(id, List.of(fact));
      case COURSE -> new CourseMessage.Retract(CourseMessage.SCHEMA, id, fact);
      case RECORDED_AWARD -> RecordedAwardMessage.of(id, fact);
      case SHOW -> throw settledAtNight();
    };
  }

  private static IllegalArgumentException settledAtNight() {
    return new IllegalArgumentException("a show is settled at night, not assessed by a queue");
  }
}
