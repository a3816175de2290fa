package services.dataminer.points.ledger.directory;

import java.time.Instant;
import java.util.Map;
import services.dataminer.points.ledger.table.Document;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Who enters something, and when: kept with what was entered.
///
/// @param by the administrator's id
public record Editor(String by, Instant at) {

  /// The attributes of an item entered by this editor.
  Map<String, AttributeValue> sign(Object item) {
    Map<String, AttributeValue> attributes = Document.of(item);
    attributes.put("changedBy", AttributeValue.fromS(by));
    attributes.put("changedAt", AttributeValue.fromS(at.toString()));
    return attributes;
  }
}
