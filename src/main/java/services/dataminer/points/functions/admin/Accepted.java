package services.dataminer.points.functions.admin;

/// What a call is answered whose work is on a queue.
record Accepted(String activityId) {}
