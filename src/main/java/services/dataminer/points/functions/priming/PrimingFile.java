package services.dataminer.points.functions.priming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.platform.json.Json;

/// The files in `priming`: `aws.json`, and for each function the events that it is primed with.
final class PrimingFile {

  private PrimingFile() {}

  /// The events of a function, for an installation's claims and scopes.
  static JsonNode events(String function, PointsConfig.Access access) {
    return parsed(
        text(function)
            .replace("{adminScope}", access.adminScope())
            .replace("{memberIdClaim}", access.memberIdClaim()));
  }

  static JsonNode aws() {
    return parsed(text("aws"));
  }

  /// @param name without `.json`
  /// @throws IllegalArgumentException if there is no such file
  private static String text(String name) {
    String file = "/priming/" + name + ".json";
    try (InputStream json = PrimingFile.class.getResourceAsStream(file)) {
      if (json == null) {
        throw new IllegalArgumentException("there is no " + file);
      }
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an event that is not JSON", e);
    }
  }
}
