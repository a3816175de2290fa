package services.dataminer.points.localcloud;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/// Reads a table of a template. What DynamoDB Local refuses or has no use for is left out:
/// point-in-time recovery, deletion protection, encryption, tags.
final class TableReader {
  private final Intrinsics intrinsics;
  private final LocalNames names;

  TableReader(Intrinsics intrinsics, LocalNames names) {
    this.intrinsics = intrinsics;
    this.names = names;
  }

  CreateTableRequest table(String logicalId, Map<String, Object> properties) {
    List<GlobalSecondaryIndex> indexes =
        Tree.list(intrinsics.resolve(properties.get("GlobalSecondaryIndexes"))).stream()
            .map(Tree::map)
            .map(TableReader::index)
            .toList();
    CreateTableRequest.Builder table =
        CreateTableRequest.builder()
            .tableName(names.table(logicalId))
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                attributes(intrinsics.resolve(properties.get("AttributeDefinitions"))))
            .keySchema(keys(intrinsics.resolve(properties.get("KeySchema"))));
    return indexes.isEmpty() ? table.build() : table.globalSecondaryIndexes(indexes).build();
  }

  /// Which attribute of a table says when an item is forgotten; empty where none is to be.
  Optional<UpdateTimeToLiveRequest> timeToLive(String logicalId, Map<String, Object> properties) {
    Map<String, Object> specification =
        intrinsics.resolveMap(properties.get("TimeToLiveSpecification"));
    return Optional.of(specification)
        .filter(ttl -> Boolean.parseBoolean(String.valueOf(ttl.get("Enabled"))))
        .map(
            ttl ->
                UpdateTimeToLiveRequest.builder()
                    .tableName(names.table(logicalId))
                    .timeToLiveSpecification(
                        to -> to.attributeName(Tree.text(ttl, "AttributeName")).enabled(true))
                    .build());
  }

  private static List<AttributeDefinition> attributes(Object definitions) {
    return Tree.list(definitions).stream()
        .map(Tree::map)
        .map(
            attribute ->
                AttributeDefinition.builder()
                    .attributeName(Tree.text(attribute, "AttributeName"))
                    .attributeType(Tree.text(attribute, "AttributeType"))
                    .build())
        .toList();
  }

  private static List<KeySchemaElement> keys(Object schema) {
    return Tree.list(schema).stream()
        .map(Tree::map)
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(Tree.text(key, "AttributeName"))
                    .keyType(Tree.text(key, "KeyType"))
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex index(Map<String, Object> index) {
    Map<String, Object> projection = Tree.map(index, "Projection");
    Projection.Builder projected =
        Projection.builder().projectionType(Tree.text(projection, "ProjectionType", "ALL"));
    List<Object> attributes = Tree.list(projection.get("NonKeyAttributes"));
    if (!attributes.isEmpty()) {
      projected.nonKeyAttributes(attributes.stream().map(String::valueOf).toList());
    }
    return GlobalSecondaryIndex.builder()
        .indexName(Tree.text(index, "IndexName"))
        .keySchema(keys(index.get("KeySchema")))
        .projection(projected.build())
        .build();
  }
}
