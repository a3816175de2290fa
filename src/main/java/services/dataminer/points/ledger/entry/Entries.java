package services.dataminer.points.ledger.entry;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.page.Page;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.membership.MembershipYear;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Reads members' entries and balances.
@Singleton
public class Entries {

  /// A day of earning is a day in some time zone: its instants lie within two days of it in UTC.
  private static final int MARGIN_DAYS = 2;

  /// How often a balance is read anew that changes while it is read.
  private static final int ATTEMPTS = 5;

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

    /// The days of a membership year. What was earned before the sign-up counts in the first.
    public static Days of(MembershipYear year, LocalDate signedUpOn) {
      return new Days(
          Optional.of(year.from()).filter(first -> !first.equals(signedUpOn)),
          Optional.of(year.to().minusDays(1)));
    }

    /// The same days, and all later ones.
    public Days andLater() {
      return new Days(from, Optional.empty());
    }

    /// Whether a page of these days may begin there: not after the least, below which there is
    /// nothing, and DynamoDB refuses to look.
    public boolean hold(PageCursor cursor) {
      return low().compareTo(cursor.text()) < 0 && cursor.text().compareTo(high()) <= 0;
    }

    private String low() {
      return from.map(day -> Keys.ENTRY + midnight(day.minusDays(MARGIN_DAYS))).orElse(Keys.ENTRY);
    }

    private String high() {
      return to.map(day -> Keys.ENTRY + midnight(day.plusDays(MARGIN_DAYS + 1))).orElse(LAST);
    }
  }

  /// A cursor of entries that was handed out as text.
  ///
  /// @return empty if it is none
  public static Optional<PageCursor> cursor(String text) {
    return Optional.of(text).filter(sk -> sk.startsWith(Keys.ENTRY)).map(PageCursor::new);
  }

  /// One page of a member's entries, newest first.
  ///
  /// @param after the `next` of the page before, of the same days
  /// @param limit how many entries at the most
  public Page<Entry> page(String memberId, Days days, Optional<PageCursor> after, int limit) {
    var items = table.first(limit + 1, query(memberId, days, after));
    return Page.of(items, item -> Key.of(item).sk(), limit)
        .map(item -> Document.read(item, Entry.class));
  }

  /// All of a member's entries of certain days, newest first.
  public List<Entry> all(String memberId, Days days) {
    return table.all(query(memberId, days, Optional.empty())).stream()
        .map(item -> Document.read(item, Entry.class))
        .toList();
  }

  /// All of a member's entries of one activity, in the order in which they were written.
  public List<Entry> of(String memberId, ActivityId activity) {
    return table
        .all(
            QueryRequest.builder()
                .keyConditionExpression("pk = :pk AND begins_with(sk, :entry)")
                .filterExpression("activityId = :activity")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(Keys.memberPartition(memberId)),
                        ":entry", AttributeValue.fromS(Keys.ENTRY),
                        ":activity", AttributeValue.fromS(activity.value()))))
        .stream()
        .map(item -> Document.read(item, Entry.class))
        .sorted(Comparator.comparing(Entry::revision))
        .toList();
  }

  private static QueryRequest.Builder query(
      String memberId, Days days, Optional<PageCursor> after) {
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
            after
                .map(place -> new Key(Keys.memberPartition(memberId), place.text()).attributes())
                .orElse(null));
  }

  private static String midnight(LocalDate day) {
    return Keys.sortable(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /// A member's balance, and what of it was earned up to an instant.
  ///
  /// @throws Unavailable if entries were written whenever it was read, which come seldom
  public BalanceAt balanceAt(String memberId, Instant instant) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Balance balance = balance(memberId);
      List<Entry> later = after(memberId, instant);
      if (later.isEmpty() || balance(memberId).version() == balance.version()) {
        return new BalanceAt(balance, later);
      }
    }
    throw new Unavailable("the balance of " + memberId + " changed each time it was read");
  }

  /// All entries dated after an instant: few, for an instant near now.
  private List<Entry> after(String memberId, Instant instant) {
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
