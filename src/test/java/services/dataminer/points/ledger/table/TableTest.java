package services.dataminer.points.ledger.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.platform.outage.Unavailable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

@DisplayName("The table")
class TableTest {

  private static final Key KEY = Keys.domain("acme.example");
  private static final Key OTHER = Keys.domain("zeta.example");
  private static final Map<String, AttributeValue> FIRST = Map.of("version", number(1));

  private final Table table = LocalTable.fresh().table();

  @Test
  @DisplayName("writes a transaction as a whole or not at all")
  void wholeOrNothing() {
    put(KEY, FIRST);

    assertThatThrownBy(
            () ->
                table.write(
                    table
                        .transaction()
                        .put(OTHER, FIRST, Condition.ABSENT)
                        .put(KEY, FIRST, Condition.ABSENT)))
        .isInstanceOf(Conflict.class);

    assertThat(table.read(List.of(KEY, OTHER))).containsOnlyKeys(KEY);
  }

  @Test
  @DisplayName("holds a transaction to an item that it does not write")
  void check() {
    Transaction unlessThere = table.transaction().put(OTHER, FIRST, Condition.NONE);

    put(KEY, FIRST);

    assertThatThrownBy(() -> table.write(unlessThere.check(KEY, Condition.ABSENT)))
        .isInstanceOf(Conflict.class);
    assertThat(table.read(List.of(OTHER))).isEmpty();
  }

  @Test
  @DisplayName("changes an item only as it was read")
  void version() {
    put(KEY, FIRST);

    assertThat(table.change(KEY, nextVersion(1))).isTrue();
    assertThat(table.change(KEY, nextVersion(1))).isFalse();
    assertThat(table.read(List.of(KEY)).get(KEY)).containsEntry("version", number(2));
  }

  @Test
  @DisplayName("changes an item only if what was missing still is")
  void asRead() {
    put(KEY, FIRST);
    var read = table.read(List.of(KEY)).get(KEY);
    Condition unchanged = Condition.asRead(read, "version", "due");

    assertThat(table.change(KEY, new Change().set("due", text("END#0")).onlyIf(unchanged)))
        .isTrue();
    assertThat(table.change(KEY, new Change().set("due", text("END#1")).onlyIf(unchanged)))
        .isFalse();
  }

  @Test
  @DisplayName("reads any number of keys, each once, and none that no item can have")
  void read() {
    List<Key> keys =
        IntStream.range(0, 230).mapToObj(n -> Keys.domain("d" + n + ".example")).toList();
    keys.forEach(key -> put(key, FIRST));
    Key impossible = Keys.domain("d".repeat(3_000));

    var wanted = new ArrayList<>(keys);
    wanted.addAll(keys);
    wanted.add(impossible);

    assertThat(table.read(wanted)).hasSize(230).containsKeys(keys.getFirst(), keys.getLast());
  }

  @Test
  @DisplayName("gives up as unavailable on keys that it leaves unread each time")
  void unread() {
    var asked = new AtomicInteger();
    var busy = new Table(leavingAllUnread(asked), "busy");

    assertThatThrownBy(() -> busy.read(List.of(KEY))).isInstanceOf(Unavailable.class);
    assertThat(asked).hasValue(Backoff.ATTEMPTS);
  }

  @Test
  @DisplayName("finds all that a query finds, or the first of it")
  void query() {
    String large = "x".repeat(300_000);
    IntStream.range(0, 9)
        .forEach(
            n ->
                put(
                    new Key("PARTITION", "item#" + n),
                    Map.of("text", text(large), "n", number(n))));

    assertThat(table.beginningWith("PARTITION", "item#")).hasSize(9);
    assertThat(table.beginningWith("PARTITION", "other#")).isEmpty();
    assertThat(table.first(7, partition())).extracting(item -> item.get("n").n()).hasSize(7);
    assertThat(table.page(partition()).next()).isNotNull();
  }

  @Test
  @DisplayName("decides again after a conflict, and gives up as unavailable")
  void conflicts() {
    var attempts = new AtomicInteger();

    assertThat(
            table.<String>retryOnConflict(
                () -> {
                  if (attempts.incrementAndGet() < 3) {
                    throw new Conflict("someone was quicker");
                  }
                  return "written";
                }))
        .isEqualTo("written");
    assertThat(attempts).hasValue(3);
    assertThatThrownBy(
            () ->
                table.retryOnConflict(
                    () -> {
                      throw new Conflict("someone was quicker");
                    }))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("someone was quicker");
  }

  private void put(Key key, Map<String, AttributeValue> attributes) {
    table.write(table.transaction().put(key, attributes, Condition.ABSENT));
  }

  private static DynamoDbClient leavingAllUnread(AtomicInteger asked) {
    return new DynamoDbClient() {
      @Override
      public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        asked.incrementAndGet();
        return BatchGetItemResponse.builder().unprocessedKeys(request.requestItems()).build();
      }

      @Override
      public String serviceName() {
        return SERVICE_NAME;
      }

      @Override
      public void close() {
        // It holds nothing.
      }
    };
  }

  private static Change nextVersion(long read) {
    return new Change().set("version", number(read + 1)).onlyIf(Condition.version(read));
  }

  private static QueryRequest.Builder partition() {
    return QueryRequest.builder()
        .keyConditionExpression("pk = :pk")
        .expressionAttributeValues(Map.of(":pk", text("PARTITION")));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
