package services.dataminer.points.platform.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/// The headers of every response: how long caches may keep it, that it is what it says it is, and
/// that this site is never asked without encryption.
public final class SafeHeaders {

  private static final String CACHE_CONTROL = "cache-control";
  private static final String NO_STORE = "no-store";

  private SafeHeaders() {}

  /// Those of a response that no cache keeps, to be added to.
  public static Map<String, String> uncached() {
    return cached(NO_STORE);
  }

  /// Those of a response that caches keep.
  ///
  /// @param howLong as in `Cache-Control`
  public static Map<String, String> cached(String howLong) {
    var headers = new LinkedHashMap<String, String>();
    headers.put(CACHE_CONTROL, howLong);
    headers.put("x-content-type-options", "nosniff");
    headers.put("strict-transport-security", "max-age=31536000");
    return headers;
  }

  /// Whether no cache may keep a response, so that it may be for one visitor alone.
  public static boolean isUncached(APIGatewayV2HTTPResponse response) {
    return response.getHeaders() != null
        && NO_STORE.equals(response.getHeaders().get(CACHE_CONTROL));
  }
}
