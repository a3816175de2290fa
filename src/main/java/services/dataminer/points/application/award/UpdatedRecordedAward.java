package services.dataminer.points.application.award;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.lookup.KnownRecordedAward;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Contribution;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.RecordedAward;
import services.dataminer.points.program.activity.RecordedAwardFact;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.award.ActivityState;

/// A recorded award with the facts of a message added.
///
/// @param before as the ledger has it
/// @param award as known now
/// @param afresh whether to decide as if for the first time
record UpdatedRecordedAward(ActivityRecord before, RecordedAward award, boolean afresh) {

  /// @param stored as the ledger has it; empty if it has none
  static UpdatedRecordedAward of(Optional<ActivityRecord> stored, RecordedAwardMessage message) {
    RecordedAward award =
        RecordedAward.of(
                message.activityId(),
                stored.map(record -> record.facts(RecordedAwardFact.class)).orElse(List.of()))
            .with(message.facts());
    ActivityRecord before =
        stored.orElseGet(
            () ->
                ActivityRecord.unknown(
                    award.id(),
                    award.recorded().map(Recorded::kind).orElse(ActivityKind.ADJUSTMENT)));
    boolean refused = before.isIn(ActivityState.REFUSED);
    return new UpdatedRecordedAward(
        before, award, refused && message.again() == ReassessmentScope.EVERYTHING);
  }

  /// Whether there is something to decide. What was decided stays decided: the room under a cap was
  /// that of the first decision, and a duplicate finds no other.
  boolean isNews() {
    if (award.recorded().isEmpty()) {
      return false;
    }
    boolean same = before.facts(RecordedAwardFact.class).equals(award.facts());
    return before.decision().isEmpty() || !same || afresh;
  }

  /// Those whose profiles the decision needs.
  List<String> membersToLookUp() {
    var members = new ArrayList<String>();
    if (!keepsPeople()) {
      members.addAll(people());
    }
    award.facts().stream()
        .flatMap(fact -> evidence(fact).stream())
        .map(Contribution::memberId)
        .forEach(members::add);
    return members;
  }

  /// Who the members are, as first looked up.
  Map<Pseudonym, Participant> people(KnownRecordedAward known) {
    return keepsPeople() ? before.people() : known.people(people());
  }

  private boolean keepsPeople() {
    return !afresh && !before.people().isEmpty();
  }

  private List<String> people() {
    return award.recorded().map(Recorded::people).orElse(List.of());
  }

  /// The facts as they are kept: without the evidence of someone who was erased.
  List<RecordedAwardFact> facts(KnownRecordedAward known) {
    return award.facts().stream()
        .map(
            fact ->
                fact instanceof Recorded recorded
                        && evidence(recorded)
                            .filter(what -> !known.isSignedUp(what.memberId()))
                            .isPresent()
                    ? recorded.erased()
                    : fact)
        .toList();
  }

  /// A contribution that has evidence with it, which goes if the person is erased.
  static Optional<Contribution> evidence(RecordedAwardFact fact) {
    return fact instanceof Recorded recorded
        ? recorded.contribution().filter(Contribution::hasEvidence)
        : Optional.empty();
  }
}
