package services.dataminer.points.application.directory;

import jakarta.inject.Singleton;
import services.dataminer.points.application.activity.RequestReassessment;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.activity.BlockedActivities;
import services.dataminer.points.ledger.activity.BlockedActivity;
import services.dataminer.points.ledger.directory.Courses;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.SaveOutcome;
import services.dataminer.points.program.activity.Course;

/// Enters a course or quiz, and has assessed again what waited for it.
@Singleton
public class SaveCourse {

  private final Courses courses;
  private final BlockedActivities blocked;
  private final RequestReassessment reassessment;

  public SaveCourse(Courses courses, BlockedActivities blocked, RequestReassessment reassessment) {
    this.courses = courses;
    this.blocked = blocked;
    this.reassessment = reassessment;
  }

  /// As with members, a failure after the save loses nothing: what waits is in the ledger, and the
  /// same call again sends all of it.
  ///
  /// @throws services.dataminer.points.platform.outage.Unavailable if not all is on its queues
  public SaveOutcome.Done save(Course course, Editor editor) {
    SaveOutcome.Done done = courses.save(course, editor);
    reassessment.send(
        blocked.forCourse(course.id()).stream().map(BlockedActivity::reference).toList(),
        ReassessmentScope.MISSING);
    return done;
  }

  /// What saving a course or quiz would come to now. Nothing is saved.
  public SaveOutcome.Done preview(Course course) {
    return courses.check(course);
  }
}
