package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.application.message.CourseMessage.Statement;
import services.dataminer.points.application.message.CourseMessage.Voids;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.ledger.activity.FurtherStatements;
import services.dataminer.points.ledger.activity.StatementItem;
import services.dataminer.points.ledger.activity.Statements;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseProgress;

/// Works on statements that take another one back, which may be on its way still, may never come,
/// or may count in another activity by now.
@Singleton
public class ApplyVoid {

  private final Table table;
  private final CourseAssessment decisions;
  private final StatementsAtHand statements;
  private final FurtherStatements further;

  public ApplyVoid(
      Table table,
      CourseAssessment decisions,
      StatementsAtHand statements,
      FurtherStatements further) {
    this.table = table;
    this.decisions = decisions;
    this.statements = statements;
    this.further = further;
  }

  /// @param recordedAt when the message was sent; decides no award
  /// @return whether anything was written
  boolean apply(Voids message, Instant recordedAt) {
    Statement statement = message.statement();
    var items =
        table.read(List.of(Keys.statement(statement.id()), Keys.statement(message.voidedId())));
    StatementItem known = Statements.in(items, statement.id());
    if (ApplyStatement.isOld(known, statement)) {
      return false;
    }
    StatementItem voided = Statements.in(items, message.voidedId());
    Transaction notes = notes(message, known, voided);
    Optional<ActivityRecord> first =
        voided.activityId().map(this::read).filter(record -> record.version() > 0);
    if (first.isEmpty()) {
      table.write(notes);
      return true;
    }
    ActivityRecord before = whereItCounts(first.get(), message.voidedId(), voided);
    boolean needed = Expiry.of(before).isEmpty() && before.progress().isOpen(message.voidedId());
    return needed
        ? judgeWithout(message, before, recordedAt, notes)
        : noteBeside(message, before, first.get(), voided, notes);
  }

  private boolean judgeWithout(
      Voids message, ActivityRecord before, Instant recordedAt, Transaction notes) {
    var fact = new CourseFact.Voided(message.statement().at(), message.voidedId());
    Evidence evidence = statements.all(before, List.of(fact));
    ActivityRecord judged =
        decisions.judged(before, evidence, before.people(), before.course().orElseThrow());
    return decisions.write(before, judged, evidence, recordedAt, written -> written.addAll(notes));
  }

  /// Nothing was judged by the statement, so it is enough that nothing will be.
  private boolean noteBeside(
      Voids message,
      ActivityRecord before,
      ActivityRecord first,
      StatementItem voided,
      Transaction notes) {
    Instant at = voided.voided(message.statement().at()).voidedAt().orElseThrow();
    further
        .find(before, first, message.voidedId(), voided)
        .ifPresent(statement -> FurtherStatements.write(notes, before, statement, Optional.of(at)));
    table.write(notes.check(Keys.activity(before.id()), Condition.version(before.version())));
    return true;
  }

  /// What is noted of both statements. One that itself voids another cannot be voided.
  private Transaction notes(Voids message, StatementItem known, StatementItem voided) {
    Statement statement = message.statement();
    Transaction notes = table.transaction();
    Statements.write(
        notes, statement.id(), known.arrived(statement.digest(), statement.lms()).keptLike(voided));
    if (!voided.isVoiding() && !message.voidedId().equals(statement.id())) {
      Statements.write(notes, message.voidedId(), voided.voided(statement.at()));
    }
    return notes;
  }

  private ActivityRecord whereItCounts(
      ActivityRecord first, String statementId, StatementItem voided) {
    CourseProgress progress = first.progress();
    if (progress.isOpen(statementId)) {
      return first;
    }
    return progress
        .whereabouts(statementId)
        .or(() -> further.seriesWith(first, statementId, voided).flatMap(progress::whereabouts))
        .map(this::read)
        .orElse(first);
  }

  private ActivityRecord read(ActivityId id) {
    return ApplyStatement.in(table.read(List.of(Keys.activity(id))), id);
  }
}
