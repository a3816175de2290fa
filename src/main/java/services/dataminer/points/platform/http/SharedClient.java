package services.dataminer.points.platform.http;

import java.net.http.HttpClient;
import java.time.Duration;

/// The client of all calls to other systems than AWS. It is made at the first call, so that no
/// snapshot of a function holds its threads; and not by the initializer of a class, since Quarkus
/// initializes every class before the snapshot.
final class SharedClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  private static HttpClient client;

  private SharedClient() {}

  static synchronized HttpClient get() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(CONNECT_TIMEOUT)
              .build();
    }
    return client;
  }
}
