package services.dataminer.points.ledger.entry;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Reads members' entries and balances.
@Singleton
public class Entries {

  /// A day of earning is a day in some time zone: its instants lie within two days of it in UTC.
  private static final int MARGIN_DAYS = 2;

  /// Above every sort key of an entry.
  private static final String LAST = Keys.ENTRY + "~";

  private final Table table;

  public Entries(Table table) {
    this.table = table;
  }

  /// Entries of certain days of earning.
  ///
  /// @param from the first day; empty for all before `to`
  /// @param to the last day, not before the first; empty for all from `from`
  public record Days(Optional<LocalDate> from, Optional<LocalDate> to) {

    /// Whether a page of these days may begin after a sort key: not after the least, below which
    /// there is nothing, and DynamoDB refuses to look.
    public boolean hold(String sortKey) {
      return low().compareTo(sortKey) < 0 && sortKey.compareTo(high()) <= 0;
    }

    private String low() {
      return from.map(day -> Keys.ENTRY + midnight(day.minusDays(MARGIN_DAYS))).orElse(Keys.ENTRY);
    }

    private String high() {
      return to.map(day -> Keys.ENTRY + midnight(day.plusDays(MARGIN_DAYS + 1))).orElse(LAST);
    }
  }

  /// Some entries, newest first.
  ///
  /// @param next the sort key after which the next page begins; empty after the last
  public record Page(List<Entry> entries, Optional<String> next) {}

  /// One page of a member's entries, newest first.
  ///
  /// @param after the `next` of the page before, of the same days
  /// @param limit how many entries at the most
  public Page page(String memberId, Days days, Optional<String> after, int limit) {
    List<Entry> entries =
        table.first(limit + 1, query(memberId, days, after)).stream()
            .map(item -> Document.read(item, Entry.class))
            .toList();
    return entries.size() <= limit
        ? new Page(entries, Optional.empty())
        : new Page(entries.subList(0, limit), Optional.of(entries.get(limit - 1).key().sk()));
  }

  private static QueryRequest.Builder query(String memberId, Days days, Optional<String> after) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":pk", AttributeValue.fromS(Keys.memberPartition(memberId)));
    values.put(":low", AttributeValue.fromS(days.low()));
    values.put(":high", AttributeValue.fromS(days.high()));
    var filters = new ArrayList<String>();
    days.from()
        .ifPresent(
            day -> {
              filters.add("earnedOn >= :from");
              values.put(":from", AttributeValue.fromS(day.toString()));
            });
    days.to()
        .ifPresent(
            day -> {
              filters.add("earnedOn <= :to");
              values.put(":to", AttributeValue.fromS(day.toString()));
            });
    return QueryRequest.builder()
        .keyConditionExpression("pk = :pk AND sk BETWEEN :low AND :high")
        .filterExpression(filters.isEmpty() ? null : String.join(" AND ", filters))
        .expressionAttributeValues(values)
        .scanIndexForward(false)
        .exclusiveStartKey(
            after.map(sk -> new Key(Keys.memberPartition(memberId), sk).attributes()).orElse(null));
  }

  private static String midnight(LocalDate day) {
    return Keys.sortable(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /// All entries dated after an instant: few, for an instant near now.
  public List<Entry> after(String memberId, Instant instant) {
    return table
        .all(
            QueryRequest.builder()
                .keyConditionExpression("pk = :pk AND sk BETWEEN :low AND :high")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(Keys.memberPartition(memberId)),
                        ":low", AttributeValue.fromS(Keys.ENTRY + Keys.sortable(instant)),
                        ":high", AttributeValue.fromS(LAST))))
        .stream()
        .map(item -> Document.read(item, Entry.class))
        .filter(entry -> entry.at().isAfter(instant))
        .toList();
  }

  /// A member's balance; all zero where there is no entry.
  public Balance balance(String memberId) {
    Key key = Keys.balance(memberId);
    return Balance.of(table.read(List.of(key)).get(key));
  }
}
