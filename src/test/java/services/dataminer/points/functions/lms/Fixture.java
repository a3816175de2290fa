package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import services.dataminer.points.platform.http.JsonBody;

/// What senders of each kind send, from `src/test/resources/lms/`.
final class Fixture {

  private static final ObjectMapper PLAIN = new ObjectMapper();

  private Fixture() {}

  static String text(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/lms", name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode statement(String name) {
    return JsonBody.object(text(name).getBytes(StandardCharsets.UTF_8));
  }

  /// A statement that earns, and is right in everything.
  static ObjectNode anyCompletion() {
    return statement("learndash-completed");
  }

  /// The same with one part of it replaced.
  ///
  /// @param pointer a JSON Pointer, such as `/actor/mbox`
  /// @param json what to put there; empty to take away what is there
  static ObjectNode anyCompletionWith(String pointer, String json) {
    return with(anyCompletion(), pointer, json);
  }

  static ObjectNode with(ObjectNode statement, String pointer, String json) {
    int last = pointer.lastIndexOf('/');
    var parent = (ObjectNode) statement.at(pointer.substring(0, last));
    String name = pointer.substring(last + 1).replace("~1", "/");
    if (json.isEmpty()) {
      parent.remove(name);
    } else {
      parent.set(name, json(json));
    }
    return statement;
  }

  static JsonNode json(String text) {
    try {
      return PLAIN.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + text, e);
    }
  }
}
