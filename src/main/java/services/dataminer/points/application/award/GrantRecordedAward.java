package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.CapItem;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.RecordedAwardFact;
import services.dataminer.points.program.award.Decision;
import services.dataminer.points.program.award.Person;
import services.dataminer.points.program.award.RecordedAwardRules;

/// Judges what administrators decide on and writes the difference: one batch read and one
/// transaction, or several where it concerns more people than one holds.
@Singleton
public class GrantRecordedAward {

  private final Table table;
  private final ActivityLedger ledger;
  private final RecordedAwardRules judge;

  public GrantRecordedAward(Table table, ActivityLedger ledger, RecordedAwardRules judge) {
    this.table = table;
    this.ledger = ledger;
    this.judge = judge;
  }

  /// @param recordedAt when the message was sent; decides no award
  /// @return whether the message changed anything; a duplicate does not
  public boolean grant(RecordedAwardMessage message, Instant recordedAt) {
    return table.retryOnConflict(() -> attempt(message, recordedAt));
  }

  private boolean attempt(RecordedAwardMessage message, Instant recordedAt) {
    var lookup = new RecordedAwardLookup(table, judge, message);
    ActivityRecord before = lookup.before();
    if (!lookup.isNews()) {
      // Judged already; what an interruption left undone is done now.
      return before.decision().isPresent()
          && ledger.write(before, before, List.of(), recordedAt, _ -> {});
    }
    Map<Pseudonym, Participant> named = lookup.people();
    var people = new HashMap<String, Person>();
    named.forEach((who, person) -> people.put(who.value(), person.person(who)));
    Optional<CapItem> cap = lookup.cap(named);
    Decision decision =
        judge.judge(lookup.activity(), people, cap.map(item -> item.usedByOthers(before)));
    List<RecordedAwardFact> facts = lookup.facts();
    ActivityRecord judged = before.decided(facts, named, decision);
    return ledger.write(
        before,
        judged,
        List.of(),
        recordedAt,
        transaction -> {
          RecordedAwardLookup.guard(transaction, facts);
          cap.ifPresent(
              item -> item.writeChange(transaction, before, judged.decision().orElseThrow()));
        });
  }
}
