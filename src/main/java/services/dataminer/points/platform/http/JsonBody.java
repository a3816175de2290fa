package services.dataminer.points.platform.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Reads bodies from outside, distrusting them: what two readers could understand differently (a
/// key given twice, a number out of range, bytes that are not UTF-8) is refused.
public final class JsonBody {

  private static final int DEEPEST = 50;
  private static final int LONGEST_NUMBER = 40;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private JsonBody() {}

  /// The JSON object that these bytes are.
  ///
  /// @throws ProblemException 400 if they are not JSON in UTF-8, not an object, or nested or
  ///   numbered beyond reason
  public static ObjectNode object(byte[] bytes) {
    return switch (tree(bytes)) {
      case ObjectNode object -> object;
      case JsonNode other ->
          throw Problem.malformedBody(
                  "The body must be a JSON object; this one is of type " + typeOf(other) + ".")
              .asException();
    };
  }

  /// The JSON that these bytes are, of whatever type.
  ///
  /// @throws ProblemException 400 if they are not JSON in UTF-8, or nested or numbered beyond
  ///   reason
  public static JsonNode tree(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonNode tree = READER.readTree(text);
      if (tree == null || tree.isMissingNode()) {
        throw Problem.malformedBody("The body is empty: send JSON.").asException();
      }
      refuseInfinite(tree);
      return tree;
    } catch (CharacterCodingException _) {
      throw Problem.malformedBody("The body is not valid UTF-8.").asException();
    } catch (JsonProcessingException e) {
      throw Problem.malformedBody("The body is not valid JSON" + where(e) + ".").asException();
    }
  }

  /// `1e999` is read as infinity, which is no number that could have been meant.
  private static void refuseInfinite(JsonNode node) {
    if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
      throw Problem.malformedBody("The body contains a number that is out of range.").asException();
    }
    node.forEach(JsonBody::refuseInfinite);
  }

  private static String typeOf(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "array";
      case STRING -> "string";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case OBJECT, BINARY, MISSING, POJO -> "other";
    };
  }

  /// Where, but not what: the parser's own words quote the body.
  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : ": error at line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr();
  }
}
