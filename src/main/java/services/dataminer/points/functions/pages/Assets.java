package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.SafeHeaders;

/// `GET /assets/{file}`: the style sheet, the icon and the scripts, packed with the code.
final class Assets {

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "style.css", "text/css; charset=utf-8",
          "icon.svg", "image/svg+xml",
          "import.js", "text/javascript; charset=utf-8",
          "rules.js", "text/javascript; charset=utf-8");

  private Assets() {}

  /// @throws services.dataminer.points.platform.http.ProblemException 404 if there is no such file
  static APIGatewayV2HTTPResponse get(String file) {
    String mediaType = MEDIA_TYPES.get(file);
    if (mediaType == null) {
      throw Problem.notFound("There is no such file.").asException();
    }
    Map<String, String> headers = SafeHeaders.cached("public, max-age=3600");
    headers.put("content-type", mediaType);
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(200)
        .withHeaders(headers)
        .withBody(text(file))
        .build();
  }

  private static String text(String file) {
    try (var stream = Assets.class.getResourceAsStream("/assets/" + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is not in the package", e);
    }
  }
}
