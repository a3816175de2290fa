package services.dataminer.points.functions.admin;

/// Response to a call whose work continues on a queue.
record Accepted(String activityId) {}
