package services.dataminer.points.ledger.lookup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.LedgerWrite;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Snapshot;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;

/// Reads recorded awards together with the members they name and the caps they fall under.
@Singleton
public class RecordedAwardReader {

  private final Table table;
  private final Activities activities;

  public RecordedAwardReader(Table table) {
    this.table = table;
    this.activities = new Activities(table);
  }

  /// A recorded award: one batch read, and one more where it has many people.
  public KnownRecordedAward read(
      ActivityId id, Collection<String> memberIds, Optional<MemberCap> cap) {
    var keys = new ArrayList<Key>();
    keys.add(Keys.activity(id));
    memberIds.stream().map(Keys::member).forEach(keys::add);
    cap.map(MemberCap::key).ifPresent(keys::add);
    Snapshot items = Snapshot.of(table, keys);
    return new KnownRecordedAward(activities.in(items.items(), id), items);
  }

  /// More members: one batch read of those not looked up yet, or none.
  public KnownRecordedAward lookUp(KnownRecordedAward known, Collection<String> memberIds) {
    return with(known, memberIds.stream().map(Keys::member).toList());
  }

  /// A cap: one read, or none if it was looked up.
  public KnownRecordedAward lookUp(KnownRecordedAward known, MemberCap cap) {
    return with(known, List.of(cap.key()));
  }

  private KnownRecordedAward with(KnownRecordedAward known, List<Key> keys) {
    return new KnownRecordedAward(known.activity(), known.items().with(table, keys));
  }

  /// Writes nothing, but holds what it is written with to a member's not having been erased.
  public static LedgerWrite unlessErased(String memberId) {
    return transaction -> transaction.check(Keys.member(memberId), Members.NOT_ERASED);
  }
}
