package services.dataminer.points.ledger.directory;

import services.dataminer.points.program.activity.Course;

/// A course or quiz as entered.
///
/// @param version counts the changes
record CourseItem(long version, Course course) {}
