package services.dataminer.points.ledger.activity;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The statements that earned or voided something, by their ids: so that one is worked on once, and
/// a void finds what it voids.
@Singleton
public class Statements {

  private final Table table;

  public Statements(Table table) {
    this.table = table;
  }

  /// Those of some statements of which anything is known.
  ///
  /// @param ids in lower case
  public Map<String, StatementItem> find(Collection<String> ids) {
    var items = table.read(ids.stream().map(Keys::statement).toList());
    var known = new HashMap<String, StatementItem>();
    ids.stream()
        .filter(id -> items.containsKey(Keys.statement(id)))
        .forEach(id -> known.put(id, in(items, id)));
    return known;
  }

  /// A statement among items read.
  public static StatementItem in(Map<Key, Map<String, AttributeValue>> items, String id) {
    return Optional.ofNullable(items.get(Keys.statement(id)))
        .map(item -> Document.read(item, StatementItem.class))
        .orElse(StatementItem.UNKNOWN);
  }

  /// A statement that changes, unless it has changed since it was read.
  public static LedgerWrite change(String id, StatementItem changed) {
    return transaction ->
        transaction.put(
            Keys.statement(id),
            Document.of(changed.written()),
            Condition.version(changed.version()));
  }

  /// Writes what is noted of statements that count in no activity.
  ///
  /// @throws Conflict if one of them changed since it was read
  public void write(LedgerWrite notes) {
    Transaction transaction = table.transaction();
    notes.addTo(transaction);
    table.write(transaction);
  }
}
