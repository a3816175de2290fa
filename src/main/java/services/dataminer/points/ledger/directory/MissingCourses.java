package services.dataminer.points.ledger.directory;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.activity.BlockedActivities;
import services.dataminer.points.ledger.activity.BlockedActivity;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.ledger.page.Page;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// The objects of statements that the catalogue lacks. The list names each object once, and is
/// written when an object is first heard of; how many wait for it is counted when the list is read,
/// from what waits. So nothing is written to one place for every person, and nothing is counted
/// twice.
@Singleton
public class MissingCourses {

  /// How many activities are counted of those that wait for one object: a page of objects is read
  /// while someone waits, however popular they are.
  static final int MOST_COUNTED = 10_000;

  private final Table table;
  private final BlockedActivities waiting;

  public MissingCourses(Table table) {
    this.table = table;
    this.waiting = new BlockedActivities(table);
  }

  /// An object as statements describe it.
  ///
  /// @param id an IRI
  /// @param type an IRI; empty where statements name none
  /// @param title in any language; empty where statements give none
  public record Described(String id, Optional<String> type, Optional<String> title) {}

  /// How an object stands in the list.
  ///
  /// @param firstSeen when we first heard of it
  private record Item(
      String id, Optional<String> type, Optional<String> title, Instant firstSeen) {}

  /// An object of the list, without a count of what waits for it.
  public record Heard(Described object, Instant firstSeen) {}

  /// An object that the catalogue lacks.
  ///
  /// @param people who wait for it, each once
  /// @param statements the first of each person's enrolments and the first of each person's
  ///   completions, passes and reports of not having completed
  /// @param more whether more wait than were counted
  /// @param lastSeen when the last of those counted arrived
  /// @param near ids in the catalogue that are nearly the same
  public record Missing(
      Described object,
      long people,
      long statements,
      boolean more,
      Instant firstSeen,
      Instant lastSeen,
      List<String> near) {}

  /// Adds an object to the list, in the transaction in which something begins to wait for it;
  /// nothing where the list has it for as long.
  ///
  /// @param items read before, with the object's item in the list
  /// @param now when we learned of it
  public static void note(
      Transaction transaction,
      Map<Key, Map<String, AttributeValue>> items,
      Described object,
      Instant now) {
    Key key = Keys.missing(object.id());
    Optional<Map<String, AttributeValue>> listed = Optional.ofNullable(items.get(key));
    if (listed.filter(item -> Expiry.outlastsAWait(item, now)).isEmpty()) {
      Instant firstSeen =
          listed.map(item -> Document.read(item, Item.class).firstSeen()).orElse(now);
      var item = Document.of(new Item(object.id(), object.type(), object.title(), firstSeen));
      item.putAll(Expiry.attributes(Optional.of(Expiry.ofList(now))));
      transaction.put(key, item, Condition.NONE);
    }
  }

  /// A cursor of the list that was handed out as text.
  ///
  /// @return empty if it is none
  public static Optional<PageCursor> cursor(String text) {
    return Optional.of(text).filter(sk -> sk.startsWith(Keys.COURSE)).map(PageCursor::new);
  }

  /// One page of the list.
  ///
  /// @param after the `next` of the page before
  public Page<Missing> page(Optional<PageCursor> after, int limit) {
    String list = Keys.missing("").pk();
    var page =
        table.page(
            QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(list)))
                .exclusiveStartKey(
                    after.map(place -> new Key(list, place.text()).attributes()).orElse(null))
                .limit(limit));
    return new Page<>(
        page.items().stream().map(item -> missing(Document.read(item, Item.class))).toList(),
        Optional.ofNullable(page.next()).map(next -> new PageCursor(next.get("sk").s())));
  }

  /// The first objects of the list, with nothing counted: one request.
  ///
  /// @return one more than wanted where there are more
  public List<Heard> first(int limit) {
    return table
        .page(
            QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(
                    Map.of(":pk", AttributeValue.fromS(Keys.missing("").pk())))
                .limit(limit + 1))
        .items()
        .stream()
        .map(item -> Document.read(item, Item.class))
        .map(
            item ->
                new Heard(new Described(item.id(), item.type(), item.title()), item.firstSeen()))
        .toList();
  }

  private Missing missing(Item item) {
    List<BlockedActivity> first = waiting.firstForCourse(item.id(), MOST_COUNTED + 1);
    boolean more = first.size() > MOST_COUNTED;
    List<BlockedActivity> counted = more ? first.subList(0, MOST_COUNTED) : first;
    return new Missing(
        new Described(item.id(), item.type(), item.title()),
        counted.stream()
            .map(one -> one.person().orElse(one.activityId().value()))
            .distinct()
            .count(),
        counted.size(),
        more,
        item.firstSeen(),
        counted.stream()
            .flatMap(one -> one.since().stream())
            .max(Instant::compareTo)
            .orElse(item.firstSeen()),
        Courses.near(table, item.id()));
  }
}
