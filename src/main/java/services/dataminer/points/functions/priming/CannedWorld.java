package services.dataminer.points.functions.priming;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Map;
import services.dataminer.points.platform.priming.CannedAnswers;

/// Everyone whom functions ask, within the process: AWS and its credentials by HTTP, and Cal.com,
/// which has no bookings. DOJO is not among them, as nobody of `priming/aws.json` transfers points.
final class CannedWorld implements CannedAnswers, AutoCloseable {

  private static final String TARGET = "x-amz-target";

  private final CannedAws aws = CannedAws.shipped();
  private final CannedServer server = new CannedServer(this::answer);

  @Override
  public URI aws() {
    return server.address();
  }

  /// Where credentials of nobody's are.
  URI credentials() {
    return server.address();
  }

  @Override
  public String to(HttpRequest request) {
    if (request.uri().getPath().endsWith("/bookings")) {
      return "{\"data\":[],\"pagination\":{\"hasNextPage\":false,\"hasMore\":false}}";
    }
    throw new IllegalArgumentException("nothing is canned for " + request);
  }

  private String answer(Map<String, String> headers, String body) {
    return headers.containsKey(TARGET) ? aws.to(headers.get(TARGET), body) : nobodys();
  }

  private static String nobodys() {
    return "{\"AccessKeyId\":\"nobody\",\"SecretAccessKey\":\"nobody\",\"Token\":\"nobody\",\"Expiration\":\"%s\"}"
        .formatted(Instant.now().plusSeconds(3600));
  }

  @Override
  public void close() {
    server.close();
  }
}
