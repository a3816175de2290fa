package services.dataminer.points.ledger.lookup;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.CapItem;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Snapshot;
import services.dataminer.points.program.activity.Pseudonym;

/// What is known of a recorded award, the members it names and the cap it falls under, as far as
/// each was looked up.
public final class KnownRecordedAward {

  private final Optional<ActivityRecord> activity;
  private final Snapshot items;

  KnownRecordedAward(Optional<ActivityRecord> activity, Snapshot items) {
    this.activity = activity;
    this.items = items;
  }

  Snapshot items() {
    return items;
  }

  /// As the ledger has it; empty if it has none.
  public Optional<ActivityRecord> activity() {
    return activity;
  }

  /// Those of these ids that are members' or were, before the person was erased.
  public Map<Pseudonym, Participant> people(Collection<String> memberIds) {
    var people = new TreeMap<Pseudonym, Participant>();
    for (String id : memberIds) {
      Members.among(items.items(), id)
          .ifPresent(
              member ->
                  people.put(
                      new Pseudonym(id),
                      Participant.ofMember(id, member.signedUpOn(), member.partnerId())));
    }
    return people;
  }

  /// Whether there is such a member, who was not erased.
  public boolean isSignedUp(String memberId) {
    return Members.isSignedUp(items.items(), memberId);
  }

  /// How much of a cap is used.
  public CapItem useOf(MemberCap cap) {
    Key key = cap.key();
    return CapItem.of(key, items.items().get(key), cap.period());
  }
}
