package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.CapItem;
import services.dataminer.points.ledger.activity.LedgerWrite;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.conflict.ConflictRetry;
import services.dataminer.points.ledger.lookup.KnownRecordedAward;
import services.dataminer.points.ledger.lookup.MemberCap;
import services.dataminer.points.ledger.lookup.RecordedAwardReader;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.RecordedAward;
import services.dataminer.points.program.activity.RecordedAwardFact;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.award.Decision;
import services.dataminer.points.program.award.Person;
import services.dataminer.points.program.award.RecordedAwardRules;

/// Decides on what administrators record and writes the difference: one batch read and one
/// transaction, or several where it concerns more people than one holds. Only a cap by membership
/// year takes another read, as the year depends on the member.
@Singleton
public class GrantRecordedAward {

  private final RecordedAwardReader awards;
  private final RecordedAwardRules rules;
  private final ActivityLedger ledger;
  private final ConflictRetry conflicts;

  public GrantRecordedAward(
      RecordedAwardReader awards,
      RecordedAwardRules rules,
      ActivityLedger ledger,
      ConflictRetry conflicts) {
    this.awards = awards;
    this.rules = rules;
    this.ledger = ledger;
    this.conflicts = conflicts;
  }

  /// @param recordedAt when the message was sent; decides no award
  /// @return whether the message changed anything; a duplicate does not
  public boolean grant(RecordedAwardMessage message, Instant recordedAt) {
    return conflicts.retryOnConflict(() -> attempt(message, recordedAt));
  }

  private boolean attempt(RecordedAwardMessage message, Instant recordedAt) {
    KnownRecordedAward known = read(message);
    var updated = UpdatedRecordedAward.of(known.activity(), message);
    ActivityRecord before = updated.before();
    if (!updated.isNews()) {
      // Decided already; what an interruption left undone is done now.
      return before.decision().isPresent()
          && ledger.write(before, before, List.of(), recordedAt, LedgerWrite.NOTHING);
    }
    Decided now = decide(known, updated);
    return ledger.write(
        before, now.record(), List.of(), recordedAt, besides(before, now.record(), now.cap()));
  }

  /// What an award would be if it were granted now. Nothing is written; a cap that others use up in
  /// the meantime leaves less.
  public ActivityRecord preview(RecordedAwardMessage message) {
    KnownRecordedAward known = read(message);
    var updated = UpdatedRecordedAward.of(known.activity(), message);
    return updated.isNews() ? decide(known, updated).record() : updated.before();
  }

  /// @param cap what it uses of a cap, if it falls under one
  private record Decided(ActivityRecord record, Optional<CapItem> cap) {}

  private Decided decide(KnownRecordedAward read, UpdatedRecordedAward updated) {
    KnownRecordedAward known = awards.lookUp(read, updated.membersToLookUp());
    ActivityRecord before = updated.before();
    Map<Pseudonym, Participant> people = updated.people(known);
    Optional<CapItem> cap = useOfCap(updated.award().recorded().orElseThrow(), people, known);
    Decision decision =
        rules.assess(updated.award(), byMember(people), cap.map(use -> use.usedByOthers(before)));
    return new Decided(before.withDecision(updated.facts(known), people, decision), cap);
  }

  /// All that the message itself names.
  private KnownRecordedAward read(RecordedAwardMessage message) {
    Optional<Recorded> recorded =
        RecordedAward.of(message.activityId(), message.facts()).recorded();
    return awards.read(
        message.activityId(),
        recorded.map(Recorded::people).orElse(List.of()),
        recorded.flatMap(award -> cap(award, Map.of())));
  }

  private Optional<CapItem> useOfCap(
      Recorded recorded, Map<Pseudonym, Participant> people, KnownRecordedAward known) {
    return cap(recorded, people).map(cap -> awards.lookUp(known, cap).useOf(cap));
  }

  /// The cap that an award falls under, if it can be told by what is known of the people.
  private Optional<MemberCap> cap(Recorded recorded, Map<Pseudonym, Participant> people) {
    return recorded
        .contribution()
        .flatMap(
            contribution -> {
              String memberId = contribution.memberId();
              Optional<LocalDate> signedUpOn =
                  Optional.ofNullable(people.get(new Pseudonym(memberId)))
                      .flatMap(Participant::signedUpOn);
              return rules
                  .cap(recorded, signedUpOn)
                  .map(period -> new MemberCap(memberId, contribution.action(), period));
            });
  }

  static Map<String, Person> byMember(Map<Pseudonym, Participant> people) {
    return Persons.of(people).entrySet().stream()
        .collect(Collectors.toMap(person -> person.getKey().value(), Map.Entry::getValue));
  }

  private static LedgerWrite besides(
      ActivityRecord before, ActivityRecord decided, Optional<CapItem> cap) {
    LedgerWrite evidence =
        LedgerWrite.all(
            decided.facts(RecordedAwardFact.class).stream()
                .flatMap(fact -> UpdatedRecordedAward.evidence(fact).stream())
                .map(deed -> RecordedAwardReader.unlessErased(deed.memberId()))
                .toList());
    return cap.map(use -> evidence.and(use.change(before, decided.decision().orElseThrow())))
        .orElse(evidence);
  }
}
