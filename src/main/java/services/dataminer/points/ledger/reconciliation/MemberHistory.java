package services.dataminer.points.ledger.reconciliation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.ledger.activity.Participation;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// All that a check of everything needs of a member, in one query: the partition has little else.
/// The balance comes first, so what was written while the others were read shows in its version.
///
/// @param activities those that the member took part in, with or without an entry
record MemberHistory(
    StoredBalance stored,
    List<Entry> entries,
    List<Transfer> transfers,
    Set<ActivityId> activities) {

  static MemberHistory read(Table table, String memberId) {
    Map<Key, Map<String, AttributeValue>> items =
        table.partition(Keys.memberPartition(memberId)).stream()
            .collect(Collectors.toMap(Key::of, Function.identity()));
    return new MemberHistory(
        StoredBalance.among(items, memberId),
        among(items, Keys.ENTRY, Entry.class).toList(),
        among(items, Keys.TRANSFER, Transfer.class).toList(),
        activities(among(items, Keys.PART, Participation.class)));
  }

  private static <T> Stream<T> among(
      Map<Key, Map<String, AttributeValue>> items, String prefix, Class<T> type) {
    return items.entrySet().stream()
        .filter(item -> item.getKey().sk().startsWith(prefix))
        .map(item -> Document.read(item.getValue(), type));
  }

  private static Set<ActivityId> activities(Stream<Participation> parts) {
    var ids = new HashSet<ActivityId>();
    parts.forEach(
        part -> {
          ids.add(part.activityId());
          Optional<String> show = part.showId();
          show.flatMap(id -> part.partnerId().map(partner -> ActivityId.show(id, partner)))
              .ifPresent(ids::add);
        });
    return ids;
  }
}
