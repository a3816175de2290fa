package services.dataminer.points.application.message;

import services.dataminer.points.program.activity.Booking.Medium;

/// The queues: each belongs to the function of the same name.
public enum QueueName {
  EXHIBITION_MEETING("exhibition-meeting"),
  VIRTUAL_MEETING("virtual-meeting"),
  MEETING_ATTENDANCE("meeting-attendance"),
  COURSE_PROGRESS("course-progress"),
  HOSTED_EVENT("hosted-event"),
  USE_CASE("use-case"),
  CONTRIBUTION("contribution"),
  ADJUSTMENT("adjustment");

  private final String function;

  QueueName(String function) {
    this.function = function;
  }

  /// Where facts about a meeting go whose medium is known. Those about one whose medium the sender
  /// does not tell go to [#MEETING_ATTENDANCE].
  public static QueueName forMeeting(Medium medium) {
    return switch (medium) {
      case IN_PERSON -> EXHIBITION_MEETING;
      case VIDEO_CALL -> VIRTUAL_MEETING;
    };
  }

  /// The function that works on it.
  @Override
  public String toString() {
    return function;
  }
}
