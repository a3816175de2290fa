package services.dataminer.points.chaos;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import services.dataminer.points.chaos.model.World;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Looks into every item of the table: for the addresses of people who were erased, also of those
/// whose bookings arrived again afterwards, and for balances that a night had to correct.
///
/// @param wrong takes the keys of items that should not be as they are
record TableInspection(DynamoDbClient database, Tally tally, List<String> wrong) {

  void check(List<World.Person> erased) {
    List<String> addresses = erased.stream().flatMap(one -> one.addresses().stream()).toList();
    Pattern any =
        Pattern.compile(
            addresses.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![a-z0-9-])(?:", ")")));
    for (String table : database.listTables().tableNames()) {
      database
          .scanPaginator(scan -> scan.tableName(table))
          .items()
          .forEach(item -> check(item, any));
    }
    tally.count("addresses erased", addresses.size());
  }

  private void check(Map<String, AttributeValue> item, Pattern addresses) {
    tally.count("items inspected");
    if (item.get("sk").s().startsWith("DRIFT#")) {
      wrong.add("a balance had to be corrected: " + item);
    }
    addresses
        .matcher(item.toString())
        .results()
        .findFirst()
        .ifPresent(
            found ->
                wrong.add(
                    "%s is still in %s %s"
                        .formatted(found.group(), item.get("pk"), item.get("sk"))));
  }
}
