package services.dataminer.points.ledger.activity;

import java.util.Optional;
import services.dataminer.points.program.activity.Course;

/// The course or quiz of an activity as first judged.
///
/// @param id its id at the learning management system, an IRI
/// @param course the catalogue's entry, as it was; empty as long as there is none
public record StoredCourse(String id, Optional<Course> course) {}
