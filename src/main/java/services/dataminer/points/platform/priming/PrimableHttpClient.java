package services.dataminer.points.platform.priming;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// The HTTP client of all calls to AWS. During [Priming] it connects to nothing but the address
/// within the process where answers are canned.
public final class PrimableHttpClient implements SdkHttpClient {

  private static final String IDLE_CONNECTIONS = "http.maxConnections";

  /// How many idle connections to one host are kept, as many as members are worked on at a time in
  /// a night, and more than a batch has messages. The JDK keeps five: the others would begin with a
  /// TLS handshake each time.
  private static final int KEPT = 24;

  static {
    // Read once by the JDK, when the first connection becomes idle.
    if (System.getProperty(IDLE_CONNECTIONS) == null) {
      System.setProperty(IDLE_CONNECTIONS, String.valueOf(KEPT));
    }
  }

  private final SdkHttpClient http;

  PrimableHttpClient(SdkHttpClient http) {
    this.http = http;
  }

  /// @param answer how long to wait for the answer once connected
  public static SdkHttpClient of(Duration connect, Duration answer) {
    return new PrimableHttpClient(
        UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(answer).build());
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return http.prepareRequest(
        Priming.answers().map(canned -> redirected(request, canned.aws())).orElse(request));
  }

  private static HttpExecuteRequest redirected(HttpExecuteRequest request, URI aws) {
    return HttpExecuteRequest.builder()
        .request(
            request
                .httpRequest()
                .copy(to -> to.protocol(aws.getScheme()).host(aws.getHost()).port(aws.getPort())))
        .contentStreamProvider(request.contentStreamProvider().orElse(null))
        .build();
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  @Override
  public void close() {
    http.close();
  }
}
