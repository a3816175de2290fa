package services.dataminer.points.ledger.activity;

import java.time.Instant;
import java.util.Optional;
import services.dataminer.points.program.activity.Course;

/// The course or quiz of an activity as first assessed.
///
/// @param id its id at the learning management system, an IRI
/// @param course the catalogue's entry, as it was; empty as long as there is none
/// @param keptUntil when what waits for the entry is forgotten; see [Expiry]
public record StoredCourse(String id, Optional<Course> course, Optional<Instant> keptUntil) {

  /// As the catalogue has it, or lacks it, with no end to the wait.
  public StoredCourse(String id, Optional<Course> course) {
    this(id, course, Optional.empty());
  }

  /// This course, waited for until then as long as the catalogue lacks it.
  public StoredCourse keptUntil(Optional<Instant> end) {
    return new StoredCourse(id, course, end);
  }
}
