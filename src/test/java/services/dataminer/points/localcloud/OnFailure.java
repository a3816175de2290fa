package services.dataminer.points.localcloud;

/// What becomes of calls of a function that nobody waits for, as the template says it: how often a
/// failed one is tried again, and where the record of one goes that failed for good.
///
/// @param function its name in `@Funq("...")`
/// @param retries after the first attempt
/// @param queue the name of the on-failure destination
record OnFailure(String function, int retries, String queue) {}
