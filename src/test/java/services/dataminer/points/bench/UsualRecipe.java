package services.dataminer.points.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The same award as one would write it first: a record of idempotency that is begun and completed,
/// each address looked up, items written one by one, and each balance read and written under its
/// version. Not all or nothing: a fault in between leaves half an award.
final class UsualRecipe {

  private final DynamoDbClient client;
  private final String table;

  UsualRecipe(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  void award(String uid, List<String> addresses, List<String> members, long points) {
    put("IDEMPOTENCY#" + uid, "RECORD", Map.of("state", s("IN_PROGRESS")));
    for (String address : addresses) {
      client.getItem(get -> get.tableName(table).key(key("ADDRESS#" + address, "MEMBER")));
    }
    put("ACTIVITY#" + uid, "ACTIVITY", Map.of("people", s(String.join(" ", addresses))));
    for (String member : members) {
      put(
          "MEMBER#" + member,
          "BOOKED#" + uid,
          Map.of("points", n(points), "reason", s(points + " points for a video call")));
      addTo(member, points);
    }
    client.updateItem(
        update ->
            update
                .tableName(table)
                .key(key("IDEMPOTENCY#" + uid, "RECORD"))
                .updateExpression("SET #state = :done")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(Map.of(":done", s("COMPLETED"))));
  }

  private void addTo(String member, long points) {
    Map<String, AttributeValue> balance =
        client
            .getItem(
                get ->
                    get.tableName(table).key(key("MEMBER#" + member, "SUM")).consistentRead(true))
            .item();
    long had = balance.isEmpty() ? 0 : Long.parseLong(balance.get("points").n());
    client.updateItem(
        update ->
            update
                .tableName(table)
                .key(key("MEMBER#" + member, "SUM"))
                .updateExpression("SET points = :sum")
                .conditionExpression("attribute_not_exists(points) OR points = :had")
                .expressionAttributeValues(Map.of(":sum", n(had + points), ":had", n(had))));
  }

  private void put(String pk, String sk, Map<String, AttributeValue> attributes) {
    var item = new HashMap<>(attributes);
    item.putAll(key(pk, sk));
    client.putItem(
        put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", s(pk), "sk", s(sk));
  }

  private static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  private static AttributeValue n(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}
