package services.dataminer.points.functions.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import services.dataminer.points.functions.pages.form.FieldKind.Flag;

/// The body of an API call that a filled form stands for, and a form filled with such a body.
public final class FormJson {

  private FormJson() {}

  /// The body. A field that was left empty is left out; a box that is not ticked says no.
  ///
  /// @param texts what was entered, by the field's name
  public static ObjectNode body(List<FormField> fields, Map<String, String> texts) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (FormField field : fields) {
      String text = texts.getOrDefault(field.name(), "");
      if (!text.isBlank() || field.kind() instanceof Flag) {
        ObjectNode parent = body;
        String[] path = field.name().split("\\.");
        for (int i = 0; i < path.length - 1; i++) {
          parent = parent.withObjectProperty(path[i]);
        }
        parent.set(path[path.length - 1], field.kind().json(text));
      }
    }
    return body;
  }

  /// What a body has at a field's dotted path; missing if nothing.
  public static JsonNode at(JsonNode body, String name) {
    return body.at("/" + name.replace('.', '/'));
  }

  /// What the fields show of a body.
  public static Map<String, String> texts(List<FormField> fields, JsonNode body) {
    var texts = new LinkedHashMap<String, String>();
    for (FormField field : fields) {
      JsonNode value = at(body, field.name());
      if (!value.isMissingNode() && !value.isNull()) {
        texts.put(field.name(), field.kind().text(value));
      }
    }
    return texts;
  }
}
