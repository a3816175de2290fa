package services.dataminer.points.ledger.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import services.dataminer.points.ledger.activity.Participation;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// All that shows whether a member's balance is right, in one query: the partition has little else.
/// It may hold an entry and not yet the balance that counts it, or the other way round.
///
/// @param parts the member's pointers to activities, as stored
record MemberHistory(
    StoredBalance stored,
    List<Entry> entries,
    List<Transfer> transfers,
    List<Map<String, AttributeValue>> parts) {

  static MemberHistory read(Table table, String memberId) {
    var entries = new ArrayList<Entry>();
    var transfers = new ArrayList<Transfer>();
    var parts = new ArrayList<Map<String, AttributeValue>>();
    var others = new HashMap<Key, Map<String, AttributeValue>>();
    table.eachIn(
        Keys.memberPartition(memberId),
        item -> {
          Key key = Key.of(item);
          if (key.sk().startsWith(Keys.ENTRY)) {
            entries.add(Document.read(item, Entry.class));
          } else if (key.sk().startsWith(Keys.TRANSFER)) {
            transfers.add(Document.read(item, Transfer.class));
          } else if (key.sk().startsWith(Keys.PART)) {
            parts.add(item);
          } else {
            others.put(key, item);
          }
        });
    return new MemberHistory(StoredBalance.among(others, memberId), entries, transfers, parts);
  }

  /// The activities that the member took part in, with or without entries.
  Set<ActivityId> activities() {
    var ids = new HashSet<ActivityId>();
    for (var item : parts) {
      Participation part = Document.read(item, Participation.class);
      ids.add(part.activityId());
      part.showId()
          .flatMap(show -> part.partnerId().map(partner -> ActivityId.show(show, partner)))
          .ifPresent(ids::add);
    }
    return ids;
  }
}
