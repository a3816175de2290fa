package services.dataminer.points.localcloud;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// A call to an AWS service, signed by Signature Version 4.
///
/// @param uri where the caller sent it, with host and port
record SignedCall(URI uri, Headers headers, byte[] body) {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/[0-9]{8}/([^/]+)/([^/]+)/aws4_request, SignedHeaders=([^,]+), Signature=[0-9a-f]{64}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /// What the signer adds itself.
  private static final Set<String> SIGNERS_OWN =
      Set.of("host", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256");

  static SignedCall of(HttpExchange exchange, byte[] body) {
    Headers headers = exchange.getRequestHeaders();
    URI uri = URI.create("http://" + headers.getFirst("Host") + exchange.getRequestURI());
    return new SignedCall(uri, headers, body);
  }

  /// The header's value, or null.
  String header(String name) {
    return headers.getFirst(name);
  }

  /// What the call asks for in the JSON protocols, such as `PutItem`; empty where it does not say.
  String operation() {
    String target = headers.getFirst("X-Amz-Target");
    return target == null ? "" : target.substring(target.lastIndexOf('.') + 1);
  }

  /// The access key that it says it is signed with; empty where it is not signed.
  Optional<String> accessKey() {
    return authorization().map(matcher -> matcher.group(1));
  }

  /// Whether the keys sign it for this service in the local region.
  boolean isSignedBy(AwsCredentialsIdentity keys, String service) {
    Matcher sent = authorization().orElseThrow();
    return sent.group(2).equals(LocalAccount.REGION)
        && sent.group(3).equals(service)
        && signature(keys, service, List.of(sent.group(4).split(";"))).equals(sent.group());
  }

  private Optional<Matcher> authorization() {
    String sent = headers.getFirst("Authorization");
    return Optional.ofNullable(sent).map(AUTHORIZATION::matcher).filter(Matcher::matches);
  }

  /// The header that the keys make of the call as it arrived.
  private String signature(AwsCredentialsIdentity keys, String service, List<String> signed) {
    SdkHttpRequest.Builder request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(uri);
    signed.stream()
        .filter(name -> !SIGNERS_OWN.contains(name) && headers.containsKey(name))
        .forEach(name -> request.putHeader(name, headers.get(name)));
    Instant at = Instant.from(TIME.parse(headers.getFirst("X-Amz-Date")));
    return AwsV4HttpSigner.create()
        .sign(
            call ->
                call.identity(keys)
                    .request(request.build())
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, LocalAccount.REGION)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)))
        .request()
        .firstMatchingHeader("Authorization")
        .orElseThrow();
  }
}
