package services.dataminer.points.functions.member;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The OpenAPI description, as it is packed with the code.
@Singleton
class ApiDescription {

  String text() {
    try (var stream = ApiDescription.class.getResourceAsStream("/openapi.yaml")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.yaml is not in the package", e);
    }
  }
}
