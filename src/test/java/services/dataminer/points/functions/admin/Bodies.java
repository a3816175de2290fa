package services.dataminer.points.functions.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import services.dataminer.points.functions.HttpAnswer;

/// Bodies that differ in one field from one that is right.
final class Bodies {

  private Bodies() {}

  /// @param value the field's, as JSON; null for a body without the field
  static String with(String body, String field, String value) {
    var changed = (ObjectNode) HttpAnswer.json(body);
    if (value == null) {
      changed.remove(field);
    } else {
      changed.set(field, HttpAnswer.json(value));
    }
    return changed.toString();
  }
}
