package services.dataminer.points.program.rules;

import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What courses pay, each kind once per member. The catalogue says what within these ranges.
///
/// @param enrolled for enrolling; empty where that pays nothing
/// @param completed for completing; empty where that pays nothing
/// @param only the ids (IRIs) of the courses that count; empty where all of the catalogue do
public record CourseRule(
    Optional<Range> enrolled, Optional<Range> completed, SortedSet<String> only) {

  public CourseRule {
    Objects.requireNonNull(enrolled, "enrolled");
    Objects.requireNonNull(completed, "completed");
    enrolled.ifPresent(range -> range.above0("enrolling"));
    completed.ifPresent(range -> range.above0("completing"));
    only = new TreeSet<>(only);
  }

  /// Whether a course of the catalogue pays anything.
  public boolean counts(String courseId) {
    return only.isEmpty() || only.contains(courseId);
  }
}
