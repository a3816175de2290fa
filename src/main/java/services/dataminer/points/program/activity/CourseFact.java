package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/// One reported thing about a learner and a course or quiz; [CourseProgress#with] merges them.
/// Whose progress it is and on what stands with the activity, since all its facts are about the
/// same.
public sealed interface CourseFact extends Fact
    permits CourseFact.Progress, CourseFact.Voided, CourseFact.HandedOver, Retraction {

  /// A statement that the learner enrolled, completed or passed, or has not completed after all.
  ///
  /// @param at the statement's timestamp: when it happened
  /// @param statementId the statement's UUID, in lower case
  record Progress(Instant at, String statementId, Step step) implements CourseFact {
    public Progress {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(statementId, "statementId");
      Objects.requireNonNull(step, "step");
    }
  }

  /// A statement was voided by its sender, whether or not it has arrived yet.
  ///
  /// @param at the timestamp of the statement that voids
  /// @param statementId the UUID of the statement that is void, in lower case
  record Voided(Instant at, String statementId) implements CourseFact {
    public Voided {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(statementId, "statementId");
    }
  }

  /// The learner signed up: from now on, these statements are the member's.
  ///
  /// @param at when that was noticed
  /// @param to the member's own activity
  /// @param statementIds in lower case and in order: those that were kept as facts
  /// @param series which of the [further][CourseProgress#series()] statements went along
  record HandedOver(Instant at, ActivityId to, List<String> statementIds, SortedSet<Integer> series)
      implements CourseFact {
    public HandedOver {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(to, "to");
      statementIds = List.copyOf(new TreeSet<>(statementIds));
      series = series == null ? new TreeSet<>() : new TreeSet<>(series);
    }
  }

  /// How far a learner got, according to a statement.
  enum Step {
    ENROLLED(Milestone.ENROLLED),
    /// Completed, without a word of success.
    COMPLETED(Milestone.DONE),
    /// Completed, and with success: both a completion and a pass.
    SUCCEEDED(Milestone.DONE),
    /// Passed, without a word of completion.
    PASSED(Milestone.DONE),
    /// Not completed after all: cancels every completion and pass up to its time.
    UNCOMPLETED(Milestone.DONE);

    private final Milestone milestone;

    Step(Milestone milestone) {
      this.milestone = milestone;
    }

    /// What it leads to or cancels.
    public Milestone milestone() {
      return milestone;
    }

    /// Whether it can change anything about a quiz.
    public boolean canPass() {
      return this == SUCCEEDED || this == PASSED || this == UNCOMPLETED;
    }
  }

  /// What can be reached once in a course or quiz.
  enum Milestone {
    ENROLLED,
    /// A course is completed, a quiz is passed.
    DONE
  }
}
