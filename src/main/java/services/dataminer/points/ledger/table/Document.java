package services.dataminer.points.ledger.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import services.dataminer.points.ledger.json.ProgramJson;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Turns records into items and back, through their JSON: maps and lists stay maps and lists, whole
/// numbers stay exact, what is absent takes no room.
public final class Document {

  private Document() {}

  /// The attributes of a record, without a key.
  public static Map<String, AttributeValue> of(Object document) {
    JsonNode tree = ProgramJson.MAPPER.valueToTree(document);
    return new HashMap<>(attribute(tree).m());
  }

  /// Reads what [#of(Object)] wrote; attributes that the record does not have are passed over.
  public static <T> T read(Map<String, AttributeValue> item, Class<T> type) {
    try {
      return ProgramJson.MAPPER.treeToValue(node(AttributeValue.fromM(item)), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("item " + Key.of(item) + " is not a " + type.getName(), e);
    }
  }

  private static AttributeValue attribute(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        var map = new HashMap<String, AttributeValue>();
        node.properties().stream()
            .filter(field -> !field.getValue().isNull())
            .forEach(field -> map.put(field.getKey(), attribute(field.getValue())));
        yield AttributeValue.fromM(map);
      }
      case ARRAY -> {
        List<AttributeValue> list = new ArrayList<>();
        node.forEach(element -> list.add(attribute(element)));
        yield AttributeValue.fromL(list);
      }
      case NUMBER -> AttributeValue.fromN(node.asText());
      case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
      case STRING -> AttributeValue.fromS(node.textValue());
      case NULL, MISSING, BINARY, POJO ->
          throw new IllegalArgumentException("no attribute for " + node.getNodeType());
    };
  }

  private static JsonNode node(AttributeValue value) {
    return switch (value.type()) {
      case M -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        value.m().forEach((name, field) -> object.set(name, node(field)));
        yield object;
      }
      case L -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        value.l().forEach(element -> array.add(node(element)));
        yield array;
      }
      case N -> JsonNodeFactory.instance.numberNode(Long.parseLong(value.n()));
      case BOOL -> JsonNodeFactory.instance.booleanNode(value.bool());
      case S -> JsonNodeFactory.instance.textNode(value.s());
      default -> throw new IllegalStateException("unexpected attribute type " + value.type());
    };
  }
}
