package services.dataminer.points.demo;

/// Something that the demo reports.
///
/// @param daysAgo when it happened; negative for what is only planned
/// @param report sends it, as its sender would
record Happening(int daysAgo, Runnable report) {}
