package services.dataminer.points.ledger.directory;

import java.time.Instant;
import java.util.Map;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Document;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Who enters something, and when: kept with what was entered.
///
/// @param by the administrator's id
public record Editor(String by, Instant at) {

  private static final String CHANGED_BY = "changedBy";
  private static final String CHANGED_AT = "changedAt";

  /// The attributes of an item entered by this editor.
  public Map<String, AttributeValue> sign(Object item) {
    Map<String, AttributeValue> attributes = Document.of(item);
    attributes.put(CHANGED_BY, AttributeValue.fromS(by));
    attributes.put(CHANGED_AT, AttributeValue.fromS(at.toString()));
    return attributes;
  }

  /// A change of an item by this editor.
  public Change sign(Change change) {
    return change
        .set(CHANGED_BY, AttributeValue.fromS(by))
        .set(CHANGED_AT, AttributeValue.fromS(at.toString()));
  }
}
