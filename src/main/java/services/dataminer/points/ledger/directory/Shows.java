package services.dataminer.points.ledger.directory;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.Show;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The shows, and at whose booth each calendar event type books.
@Singleton
public class Shows {

  private final Table table;

  public Shows(Table table) {
    this.table = table;
  }

  public Optional<ShowItem> find(String showId) {
    return in(table.read(List.of(Keys.show(showId))), showId);
  }

  private static Optional<ShowItem> in(Map<Key, Map<String, AttributeValue>> items, String showId) {
    return Optional.ofNullable(items.get(Keys.show(showId)))
        .map(item -> Document.read(item, ShowItem.class));
  }

  /// Enters a show as sent.
  public SaveOutcome save(Show show, List<Long> eventTypes, Editor editor) {
    return table.retryOnConflict(() -> attempt(show, eventTypes, editor));
  }

  /// What [#save] would say of a show now. Nothing is written.
  public SaveOutcome check(Show show, List<Long> eventTypes) {
    Optional<ShowItem> stored = find(show.id());
    return refusal(show, eventTypes, stored, types(stored, eventTypes))
        .orElseGet(() -> new SaveOutcome.Done(stored.isEmpty(), false));
  }

  private SaveOutcome attempt(Show show, List<Long> eventTypes, Editor editor) {
    Key row = DirectoryList.SHOWS.row(show.id());
    var items = table.read(List.of(Keys.show(show.id()), row));
    Optional<ShowItem> stored = in(items, show.id());
    var types = types(stored, eventTypes);
    Optional<SaveOutcome> refusal = refusal(show, eventTypes, stored, types);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    boolean same =
        stored
            .filter(s -> s.show().equals(show) && s.calendarEventTypes().equals(eventTypes))
            .isPresent();
    if (!same || !items.containsKey(row)) {
      Transaction transaction = writing(show, eventTypes, stored, types, editor);
      if (!items.containsKey(row)) {
        DirectoryList.SHOWS.add(transaction, show.id());
      }
      table.write(transaction);
    }
    return new SaveOutcome.Done(stored.isEmpty(), false);
  }

  private static Optional<SaveOutcome> refusal(
      Show show, List<Long> eventTypes, Optional<ShowItem> stored, Map<Long, EventTypeItem> types) {
    if (stored.filter(ShowItem::settled).isPresent() && !sameDays(stored.get().show(), show)) {
      return Optional.of(new SaveOutcome.ShowSettled());
    }
    for (int i = 0; i < eventTypes.size(); i++) {
      Optional<Show> other = types.get(eventTypes.get(i)).overlapping(show);
      if (other.isPresent()) {
        return Optional.of(new SaveOutcome.EventTypeOfAnotherShow(i, other.get().id()));
      }
    }
    return Optional.empty();
  }

  /// Fixes the days of a show, in the transaction that first grants points for it.
  ///
  /// @param item the show as read; the transaction fails if it changed since
  public void markSettled(Transaction transaction, ShowItem item) {
    if (!item.settled()) {
      transaction.update(
          Keys.show(item.show().id()),
          new Change()
              .set("settled", AttributeValue.fromBool(true))
              .add("version", 1)
              .onlyIf(Condition.version(item.version())));
    }
  }

  private static boolean sameDays(Show one, Show other) {
    return one.opensAt().equals(other.opensAt())
        && one.earnedAt().equals(other.earnedAt())
        && one.endsOn().equals(other.endsOn());
  }

  /// All event types that the show has or had.
  private Map<Long, EventTypeItem> types(Optional<ShowItem> stored, List<Long> eventTypes) {
    var ids = new TreeSet<>(eventTypes);
    stored.ifPresent(item -> ids.addAll(item.calendarEventTypes()));
    var items = table.read(ids.stream().map(Keys::eventType).toList());
    var types = new HashMap<Long, EventTypeItem>();
    for (Long id : ids) {
      var item = items.get(Keys.eventType(id));
      types.put(id, item == null ? EventTypeItem.NONE : Document.read(item, EventTypeItem.class));
    }
    return types;
  }

  private Transaction writing(
      Show show,
      List<Long> eventTypes,
      Optional<ShowItem> stored,
      Map<Long, EventTypeItem> types,
      Editor editor) {
    long version = stored.map(ShowItem::version).orElse(0L);
    boolean settled = stored.map(ShowItem::settled).orElse(false);
    var transaction = table.transaction();
    transaction.put(
        Keys.show(show.id()),
        editor.sign(new ShowItem(version + 1, show, eventTypes, settled)),
        Condition.version(version));
    types.forEach(
        (id, type) -> {
          var changed = eventTypes.contains(id) ? type.with(show) : type.without(show);
          transaction.put(
              Keys.eventType(id), Document.of(changed), Condition.version(type.version()));
        });
    return transaction;
  }
}
