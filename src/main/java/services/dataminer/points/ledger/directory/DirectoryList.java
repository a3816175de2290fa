package services.dataminer.points.ledger.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// All partners, shows and courses, so that none is found by scanning the table: a row for each, in
/// the order of ids, written with the entry. A row holds only the id; everything else is read from
/// the entry itself, so a change of the entry writes no row.
enum DirectoryList {
  PARTNERS("PARTNERS", "PARTNER#", Keys::partner),
  SHOWS("SHOWS", "SHOW#", Keys::show),
  COURSES("COURSES", "ID#", Keys::course);

  private static final String ID = "id";

  /// How much of a long id is in a key, in UTF-16 units. A cursor, which holds that as text, and a
  /// sort key have a limit; an IRI may be longer.
  private static final int LONGEST = 120;

  private final String partition;
  private final String prefix;
  private final Function<String, Key> entry;

  /// @param partition the key under which the list is stored
  /// @param prefix of its sort keys, which no other list has
  /// @param entry where an entry itself is stored
  DirectoryList(String partition, String prefix, Function<String, Key> entry) {
    this.partition = partition;
    this.prefix = prefix;
    this.entry = entry;
  }

  /// The row of an entry.
  Key row(String id) {
    return new Key(partition, prefix + place(id));
  }

  /// The id itself; its beginning and its hash where it is too long.
  private static String place(String id) {
    if (id.length() <= LONGEST) {
      return id;
    }
    int end = Character.isHighSurrogate(id.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return id.substring(0, end) + "#" + Keys.sha256(id);
  }

  /// Adds the row of an entry to what is written.
  void add(Transaction transaction, String id) {
    transaction.put(row(id), Map.of(ID, AttributeValue.fromS(id)), Condition.NONE);
  }

  /// Whether a text is a place in this list, of an entry or not.
  boolean holds(String place) {
    return place.startsWith(prefix);
  }

  /// Where to look next, one item for each row.
  ///
  /// @param after the place that was looked at last; empty at the beginning
  List<Candidate> candidates(Table table, Optional<String> after, int limit) {
    return table
        .first(
            limit,
            QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
                .exclusiveStartKey(
                    after.map(place -> new Key(partition, place).attributes()).orElse(null)))
        .stream()
        .map(row -> new Candidate(row.get("sk").s(), entry.apply(row.get(ID).s())))
        .toList();
  }

  /// An entry that a search may find.
  ///
  /// @param place in the order of the list, distinct for each entry
  /// @param entry where the entry itself is stored
  record Candidate(String place, Key entry) {}
}
