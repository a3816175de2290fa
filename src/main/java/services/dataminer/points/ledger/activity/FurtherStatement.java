package services.dataminer.points.ledger.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.CourseFact.Voided;

/// A statement that counts in an activity and is kept beside it.
///
/// @param voidedAt when it was voided by its sender
/// @param expiresAt when it is forgotten, in seconds since 1970; empty where it is kept for ever
record FurtherStatement(
    String statementId,
    Instant at,
    Step step,
    Optional<Instant> voidedAt,
    Optional<Long> expiresAt) {

  Stream<CourseFact> facts() {
    return Stream.concat(
        Stream.of(new Progress(at, statementId, step)),
        voidedAt.stream().map(when -> new Voided(when, statementId)));
  }

  static List<CourseFact> facts(List<FurtherStatement> statements) {
    return statements.stream().flatMap(FurtherStatement::facts).toList();
  }
}
