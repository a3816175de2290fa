package services.dataminer.points.ledger;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item of a member's that cannot be read any more.
public enum BadItem {
  PROFILE("PROFILE", "member"),
  BALANCE("BALANCE", "transferable"),
  ENTRY("ENTRY#", "earnedOn"),
  TRANSFER("TRANSFER#", "state");

  private final String sortKey;
  private final String attribute;

  BadItem(String sortKey, String attribute) {
    this.sortKey = sortKey;
    this.attribute = attribute;
  }

  /// Spoils the first item of this kind that a member has.
  public void of(String memberId, LocalTable local) {
    var member = AttributeValue.fromS("MEMBER#" + memberId);
    var items =
        local
            .client()
            .query(
                query ->
                    query
                        .tableName(local.name())
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                        .expressionAttributeValues(
                            Map.of(":pk", member, ":sk", AttributeValue.fromS(sortKey))))
            .items();
    local
        .client()
        .updateItem(
            update ->
                update
                    .tableName(local.name())
                    .key(Map.of("pk", member, "sk", items.getFirst().get("sk")))
                    .updateExpression("SET #spoilt = :nonsense")
                    .expressionAttributeNames(Map.of("#spoilt", attribute))
                    .expressionAttributeValues(
                        Map.of(":nonsense", AttributeValue.fromS("nonsense"))));
  }
}
