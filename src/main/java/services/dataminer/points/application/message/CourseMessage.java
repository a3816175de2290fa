package services.dataminer.points.application.message;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.Retraction;

/// What travels on the queue of the function `course-progress`. A statement tells who did what, and
/// not which activity that is: only the directory knows whether two learners are one member.
public sealed interface CourseMessage {

  /// The version written by this code.
  int SCHEMA = 1;

  /// The version of this shape; a reader refuses those it does not know.
  int schema();

  /// Names of what the message is about. Of two messages that share one, the first is worked on
  /// first: statements of one learner, since they concern one balance and maybe one course, and a
  /// statement and its void.
  default Set<String> concerns() {
    return switch (this) {
      case Progressed sent -> Set.of(sent.learner().value(), sent.statement().id());
      case Voids sent -> Set.of(sent.voidedId());
      case Retract request -> Set.of(request.activityId().value());
      case Reassess request -> Set.of(request.activityId().value());
    };
  }

  /// A statement as it was received.
  ///
  /// @param id its UUID, in lower case
  /// @param digest a hash of its content: the same for the same statement, however it is written
  /// @param lms the name of the credentials by which it was sent
  /// @param at its timestamp, or when it was received if it has none
  record Statement(String id, String digest, String lms, Instant at) {
    public Statement {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(digest, "digest");
      Objects.requireNonNull(lms, "lms");
      Objects.requireNonNull(at, "at");
    }
  }

  /// A statement that a learner enrolled, completed or passed, or has not completed after all.
  ///
  /// @param learner the actor as an IRI: `mailto:`, `sha1:`, `openid:` or `account:`
  /// @param courseId the IRI of the course or quiz
  /// @param type what the statement calls the course or quiz, an IRI
  /// @param title the statement's own name for it
  record Progressed(
      int schema,
      Statement statement,
      Address learner,
      String courseId,
      Step step,
      Optional<String> type,
      Optional<String> title)
      implements CourseMessage {

    /// A statement that describes the course or quiz by nothing but its id.
    public Progressed(
        int schema, Statement statement, Address learner, String courseId, Step step) {
      this(schema, statement, learner, courseId, step, Optional.empty(), Optional.empty());
    }

    public Progressed {
      Objects.requireNonNull(statement, "statement");
      Objects.requireNonNull(learner, "learner");
      Objects.requireNonNull(courseId, "courseId");
      Objects.requireNonNull(step, "step");
    }
  }

  /// A statement that voids another one.
  ///
  /// @param voidedId the UUID of the other one, in lower case
  record Voids(int schema, Statement statement, String voidedId) implements CourseMessage {
    public Voids {
      Objects.requireNonNull(statement, "statement");
      Objects.requireNonNull(voidedId, "voidedId");
    }
  }

  /// An administrator retracts an activity.
  record Retract(int schema, ActivityId activityId, Retraction fact) implements CourseMessage {
    public Retract {
      Objects.requireNonNull(activityId, "activityId");
      Objects.requireNonNull(fact, "fact");
    }
  }

  /// A request to reassess an activity.
  record Reassess(int schema, ActivityId activityId, ReassessmentScope again)
      implements CourseMessage {
    public Reassess {
      Objects.requireNonNull(activityId, "activityId");
      Objects.requireNonNull(again, "again");
    }
  }
}
