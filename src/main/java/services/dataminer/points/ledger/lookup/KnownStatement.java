package services.dataminer.points.ledger.lookup;

import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.StatementItem;
import services.dataminer.points.ledger.directory.DirectorySnapshot;
import services.dataminer.points.program.activity.Pseudonym;

/// A statement as it is known before it is worked on.
///
/// @param statement what is kept of it
/// @param learner the actor's pseudonym
/// @param unclaimed the activity in which it counts as long as the learner is no member
/// @param directory what it says of the learner and the course
public record KnownStatement(
    StatementItem statement,
    Pseudonym learner,
    ActivityRecord unclaimed,
    DirectorySnapshot directory) {}
