package services.dataminer.points.program.activity;

import java.util.Objects;
import java.util.Optional;

/// An entry of the training catalogue.
///
/// @param id its id at the learning management system, an IRI
/// @param title what people call it
/// @param pays what it pays, which distinguishes a course from a quiz
public record Course(String id, String title, Pays pays) {

  public Course {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(pays, "pays");
  }

  /// What an entry pays, once per member.
  public sealed interface Pays {}

  /// What a course pays.
  ///
  /// @param enrolled whole points for enrolling; empty where that pays nothing
  /// @param completed whole points for completing; empty where that pays nothing
  public record ForCourse(Optional<Long> enrolled, Optional<Long> completed) implements Pays {
    public ForCourse {
      Objects.requireNonNull(enrolled, "enrolled");
      Objects.requireNonNull(completed, "completed");
    }
  }

  /// What a quiz pays.
  ///
  /// @param passed whole points for passing
  public record ForQuiz(long passed) implements Pays {}
}
