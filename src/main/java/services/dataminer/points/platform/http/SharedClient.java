package services.dataminer.points.platform.http;

import java.net.http.HttpClient;
import java.time.Duration;

/// The client of all calls to other systems than AWS. It is made at the first call, when this class
/// is initialized, so that no snapshot of a function holds its threads.
final class SharedClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  private SharedClient() {}

  static HttpClient get() {
    return CLIENT;
  }
}
