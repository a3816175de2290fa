package services.dataminer.points.application.award;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.activity.Expiry;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What stands in a table, beside the directory and what it owns.
final class Stored {

  private Stored() {}

  static Stream<Map<String, AttributeValue>> items(LocalTable local) {
    return local.client().scanPaginator(scan -> scan.tableName(local.name())).items().stream();
  }

  /// What is about activities and will be forgotten.
  static List<String> expiring(LocalTable local) {
    return items(local)
        .filter(item -> item.containsKey(Expiry.ATTRIBUTE))
        // A pointer is no longer needed once there is an entry. What was told by a statement that
        // voids or was void before it came can be told again without harm.
        .filter(item -> !item.get("sk").s().startsWith("PART#"))
        .filter(item -> !isVoiding(item))
        .map(Stored::key)
        .toList();
  }

  /// What is about activities and will be kept.
  static List<String> keptForEver(LocalTable local) {
    return items(local)
        .filter(item -> !item.containsKey(Expiry.ATTRIBUTE))
        .filter(item -> item.get("pk").s().matches("(ACTIVITY|STATEMENT|MISSING|COURSE)#.*"))
        .filter(item -> !isVoiding(item))
        .map(Stored::key)
        .toList();
  }

  private static boolean isVoiding(Map<String, AttributeValue> item) {
    return item.get("pk").s().startsWith("STATEMENT#v");
  }

  static String key(Map<String, AttributeValue> item) {
    return item.get("pk").s() + " " + item.get("sk").s();
  }
}
