package services.dataminer.points.e2e;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import services.dataminer.points.localcloud.LocalCloud;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A large night that workers have not finished, as far as the table says. While there is one,
/// every other night of its kind goes to the workers in shards, too, however small it is.
///
/// @param kind `BALANCES`, `TRANSFERS` or `SHOWS`
/// @param at when it was scheduled; of the last five nights
public record UnfinishedNight(LocalCloud cloud, String kind, Instant at) {
  private static final String TABLE = "devops-points-prod";

  /// Puts it into the table.
  public void begin() {
    cloud
        .dynamoDb()
        .putItem(
            put ->
                put.tableName(TABLE)
                    .item(
                        Map.ofEntries(
                            entry("pk", key().get("pk")),
                            entry("sk", key().get("sk")),
                            entry("kind", AttributeValue.fromS(kind)),
                            entry("scheduledAt", AttributeValue.fromS(at.toString())),
                            entry("version", AttributeValue.fromN("1")),
                            entry("plan", AttributeValue.fromN("1")),
                            entry("shards", AttributeValue.fromN("1")),
                            entry("open", AttributeValue.fromL(List.of(AttributeValue.fromN("0")))),
                            entry("sent", AttributeValue.fromBool(true)),
                            entry("stopped", AttributeValue.fromBool(false)),
                            entry("reported", AttributeValue.fromBool(false)),
                            entry("sums", AttributeValue.fromM(Map.of())))));
  }

  /// Takes it out again.
  public void forget() {
    cloud.dynamoDb().deleteItem(delete -> delete.tableName(TABLE).key(key()));
  }

  /// What is kept of the night.
  public Map<String, AttributeValue> kept() {
    return cloud
        .dynamoDb()
        .getItem(get -> get.tableName(TABLE).consistentRead(true).key(key()))
        .item();
  }

  private Map<String, AttributeValue> key() {
    return Map.of(
        "pk", AttributeValue.fromS("NIGHT#" + kind),
        "sk", AttributeValue.fromS(at.toString().replace("Z", ".000Z")));
  }
}
