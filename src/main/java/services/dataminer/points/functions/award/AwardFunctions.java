package services.dataminer.points.functions.award;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import services.dataminer.points.application.award.AwardCourse;
import services.dataminer.points.application.award.AwardMeeting;
import services.dataminer.points.application.award.GrantRecordedAward;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.functions.queue.MessageReceiver;

/// The functions that work on messages: each takes those of the queue of its name and hands them to
/// a use case. A queue for every kind of activity keeps a flood or a failure of one kind from the
/// others.
@Singleton
public class AwardFunctions {

  private final MessageReceiver<MeetingMessage> meetings;
  private final MessageReceiver<CourseMessage> courses;
  private final MessageReceiver<RecordedAwardMessage> recordedAwards;

  private final AwardMeeting awardMeeting;
  private final AwardCourse awardCourse;
  private final GrantRecordedAward grantRecordedAward;

  AwardFunctions(
      AwardMeeting awardMeeting,
      AwardCourse awardCourse,
      GrantRecordedAward grantRecordedAward,
      Metrics metrics) {
    meetings =
        new MessageReceiver<>(
            MeetingMessage.class,
            MeetingMessage.SCHEMA,
            message -> Set.of(message.activityId().value()),
            metrics);
    courses =
        new MessageReceiver<>(
            CourseMessage.class, CourseMessage.SCHEMA, CourseMessage::concerns, metrics);
    recordedAwards =
        new MessageReceiver<>(
            RecordedAwardMessage.class,
            RecordedAwardMessage.SCHEMA,
            message -> Set.of(message.activityId().value()),
            metrics);
    this.awardMeeting = awardMeeting;
    this.awardCourse = awardCourse;
    this.grantRecordedAward = grantRecordedAward;
  }

  /// Meetings in person, at the booth of a show.
  @Funq("exhibition-meeting")
  public Uni<Void> exhibitionMeeting(SQSMessage delivered) {
    return awardMeeting(delivered);
  }

  /// Video calls.
  @Funq("virtual-meeting")
  public Uni<Void> virtualMeeting(SQSMessage delivered) {
    return awardMeeting(delivered);
  }

  /// Meetings of which the sender gives only the id: no-shows, above all.
  @Funq("meeting-attendance")
  public Uni<Void> meetingAttendance(SQSMessage delivered) {
    return awardMeeting(delivered);
  }

  /// Progress in courses and quizzes, as learning management systems report it.
  @Funq("course-progress")
  public Uni<Void> courseProgress(SQSMessage delivered) {
    return courses.receive(delivered, m -> awardCourse.award(m.message(), m.sentAt()));
  }

  /// Events hosted, and those retracted.
  @Funq("hosted-event")
  public Uni<Void> hostedEvent(SQSMessage delivered) {
    return grantRecordedAward(delivered);
  }

  /// Use cases that the community accepted, and those retracted.
  @Funq("use-case")
  public Uni<Void> useCase(SQSMessage delivered) {
    return grantRecordedAward(delivered);
  }

  /// General contributions, and those retracted.
  @Funq("contribution")
  public Uni<Void> contribution(SQSMessage delivered) {
    return grantRecordedAward(delivered);
  }

  /// Corrections of figures by administrators, and those retracted.
  @Funq("adjustment")
  public Uni<Void> adjustment(SQSMessage delivered) {
    return grantRecordedAward(delivered);
  }

  private Uni<Void> awardMeeting(SQSMessage delivered) {
    return meetings.receive(delivered, m -> awardMeeting.award(m.message(), m.sentAt()));
  }

  private Uni<Void> grantRecordedAward(SQSMessage delivered) {
    return recordedAwards.receive(
        delivered, m -> grantRecordedAward.grant(m.message(), m.sentAt()));
  }
}
