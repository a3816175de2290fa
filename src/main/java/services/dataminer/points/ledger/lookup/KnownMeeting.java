package services.dataminer.points.ledger.lookup;

import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.directory.DirectorySnapshot;

/// A meeting as it is known before a message adds to it.
///
/// @param activity as the ledger has it, of version 0 if it has none
/// @param directory what it says of the people and booths that were asked for
public record KnownMeeting(ActivityRecord activity, DirectorySnapshot directory) {}
