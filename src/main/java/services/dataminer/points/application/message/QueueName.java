package services.dataminer.points.application.message;

import java.util.List;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Booking.Medium;

/// A queue. There is one for each kind of activity and one for large nights, and the function that
/// works on it has the same name.
public record QueueName(String function) {

  public static final QueueName EXHIBITION_MEETING = new QueueName("exhibition-meeting");
  public static final QueueName VIRTUAL_MEETING = new QueueName("virtual-meeting");

  /// Takes facts about meetings of which only the id is known.
  public static final QueueName MEETING_ATTENDANCE = new QueueName("meeting-attendance");

  public static final QueueName COURSE_PROGRESS = new QueueName("course-progress");

  /// Takes the shards of nights that are too large for one call.
  public static final QueueName NIGHT_WORKER = new QueueName("night-worker");

  /// Every queue there is.
  public static List<QueueName> all() {
    Stream<QueueName> ofActivities =
        Stream.of(ActivityKind.values())
            .filter(kind -> kind != ActivityKind.SHOW)
            .map(QueueName::of);
    return Stream.concat(ofActivities, Stream.of(NIGHT_WORKER)).toList();
  }

  /// The queue for activities of a kind.
  ///
  /// @throws IllegalArgumentException for a show, which is settled at night and has no queue
  public static QueueName of(ActivityKind kind) {
    return switch (kind) {
      case MEETING -> MEETING_ATTENDANCE;
      case SHOW -> throw new IllegalArgumentException("a show is settled at night, by no queue");
      default -> new QueueName(kind.label());
    };
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
