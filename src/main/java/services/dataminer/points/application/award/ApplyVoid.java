package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.application.message.CourseMessage.Statement;
import services.dataminer.points.application.message.CourseMessage.Voids;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.CourseActivities;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.ledger.activity.FurtherStatements;
import services.dataminer.points.ledger.activity.LedgerWrite;
import services.dataminer.points.ledger.activity.StatementItem;
import services.dataminer.points.ledger.activity.Statements;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseProgress;

/// Works on statements that void another one, which may still be on its way, may never come, or may
/// count in another activity by now.
@Singleton
public class ApplyVoid {

  private final Statements statements;
  private final CourseActivities activities;
  private final FurtherStatements further;
  private final CourseHistories histories;
  private final CourseAssessment assessment;

  public ApplyVoid(
      Statements statements,
      CourseActivities activities,
      FurtherStatements further,
      CourseHistories histories,
      CourseAssessment assessment) {
    this.statements = statements;
    this.activities = activities;
    this.further = further;
    this.histories = histories;
    this.assessment = assessment;
  }

  /// @param recordedAt when the message was sent; decides no award
  /// @return whether anything was written
  boolean apply(Voids message, Instant recordedAt) {
    Statement statement = message.statement();
    var found = statements.find(List.of(statement.id(), message.voidedId()));
    StatementItem known = found.getOrDefault(statement.id(), StatementItem.UNKNOWN);
    if (ApplyStatement.isOld(known, statement)) {
      return false;
    }
    StatementItem voided = found.getOrDefault(message.voidedId(), StatementItem.UNKNOWN);
    LedgerWrite notes = notes(message, known, voided);
    Optional<ActivityRecord> first =
        voided.activityId().map(activities::read).filter(activity -> activity.version() > 0);
    if (first.isEmpty()) {
      statements.write(notes);
      return true;
    }
    ActivityRecord before = whereItCounts(first.get(), message.voidedId(), voided);
    boolean needed = Expiry.of(before).isEmpty() && before.progress().isOpen(message.voidedId());
    return needed
        ? assessWithout(message, before, recordedAt, notes)
        : noteBeside(message, before, first.get(), voided, notes);
  }

  private boolean assessWithout(
      Voids message, ActivityRecord before, Instant recordedAt, LedgerWrite notes) {
    var fact = new CourseFact.Voided(message.statement().at(), message.voidedId());
    CourseHistory history = histories.withVoid(before, fact);
    ActivityRecord assessed =
        assessment.assess(before, history, before.people(), before.course().orElseThrow());
    return assessment.write(before, assessed, history, recordedAt, notes);
  }

  /// Nothing was decided by the statement, so it is enough that nothing will be.
  private boolean noteBeside(
      Voids message,
      ActivityRecord before,
      ActivityRecord first,
      StatementItem voided,
      LedgerWrite notes) {
    Optional<Instant> at = voided.voided(message.statement().at()).voidedAt();
    LedgerWrite beside =
        further
            .find(before, first, message.voidedId(), voided)
            .map(statement -> FurtherStatements.entry(before, statement, at))
            .orElse(LedgerWrite.NOTHING);
    return activities.writeBeside(before, notes.and(beside));
  }

  /// What is noted of both statements. One that itself voids another cannot be voided.
  private static LedgerWrite notes(Voids message, StatementItem known, StatementItem voided) {
    Statement statement = message.statement();
    LedgerWrite voiding =
        Statements.change(
            statement.id(), known.arrived(statement.digest(), statement.lms()).keptLike(voided));
    return voided.isVoiding() || message.voidedId().equals(statement.id())
        ? voiding
        : voiding.and(Statements.change(message.voidedId(), voided.voided(statement.at())));
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
        .map(activities::read)
        .orElse(first);
  }
}
