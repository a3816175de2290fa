package services.dataminer.points.platform.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.platform.log.FailureText;
import services.dataminer.points.platform.priming.PrimableHttpClient;
import services.dataminer.points.platform.secrets.ParameterReading.Found;
import services.dataminer.points.platform.secrets.ParameterReading.Refused;
import services.dataminer.points.platform.secrets.ParameterReading.Unanswered;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/// Reads SSM parameters by `GetParameter`, signed with the function's own credentials. Why not by
/// the SDK's client: `docs/decisions/0021-secrets-by-signed-calls.md`.
///
/// `PrimableCredentials` finds the credentials at each call, so it makes no difference whether
/// Lambda hands them out in the environment or, as under SnapStart, by its container endpoint.
@Singleton
class ParameterStore {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);

  private static final String NOT_FOUND = "ParameterNotFound";
  private static final Set<String> REFUSALS = Set.of("AccessDeniedException", "InvalidKeyId");

  private final Optional<String> region;
  private final Optional<URI> endpoint;
  private final AwsCredentialsProvider credentials;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final SdkHttpClient http = PrimableHttpClient.of(CONNECT_TIMEOUT, ANSWER_TIMEOUT);

  /// @param region what Lambda says (`AWS_REGION`)
  /// @param endpoint in place of AWS's own (`AWS_ENDPOINT_URL_SSM`)
  @Inject
  ParameterStore(
      @ConfigProperty(name = "aws.region") Optional<String> region,
      @ConfigProperty(name = "aws.endpoint.url.ssm") Optional<URI> endpoint,
      AwsCredentialsProvider credentials) {
    this.region = region;
    this.endpoint = endpoint;
    this.credentials = credentials;
  }

  ParameterReading read(String parameter) {
    try {
      HttpExecuteResponse response = call(parameter);
      return reading(parameter, response.httpResponse().statusCode(), json(response));
    } catch (JsonProcessingException _) {
      // What the parser says could quote the secret.
      return unanswered(parameter, "its answer is not JSON");
    } catch (IOException | SdkException e) {
      return unanswered(parameter, FailureText.of(e));
    }
  }

  private HttpExecuteResponse call(String parameter) throws IOException {
    byte[] body = Json.MAPPER.writeValueAsBytes(Map.of("Name", parameter, "WithDecryption", true));
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint.orElseGet(this::endpointOfRegion))
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("Content-Length", String.valueOf(body.length))
            .putHeader("X-Amz-Target", "AmazonSSM.GetParameter")
            .build();
    SignedRequest signed =
        signer.sign(
            call ->
                call.identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(() -> new ByteArrayInputStream(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ssm")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, regionName()));
    return http.prepareRequest(
            HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElseThrow())
                .build())
        .call();
  }

  private static JsonNode json(HttpExecuteResponse response) throws IOException {
    try (InputStream body =
        response
            .responseBody()
            .map(InputStream.class::cast)
            .orElseGet(InputStream::nullInputStream)) {
      return Json.MAPPER.readTree(body);
    }
  }

  private static ParameterReading reading(String parameter, int status, JsonNode answer) {
    if (status == 200) {
      JsonNode value = answer.path("Parameter").path("Value");
      return value.isTextual() && !value.textValue().isBlank()
          ? new Found(value.textValue().strip())
          : new Refused("SSM parameter " + parameter + " has no value.");
    }
    String type = answer.path("__type").asText("");
    String error = type.substring(type.indexOf('#') + 1);
    if (error.equals(NOT_FOUND)) {
      return new Refused(
          "SSM parameter %s does not exist. Create it as a SecureString.".formatted(parameter));
    }
    if (REFUSALS.contains(error)) {
      return new Refused(
          "SSM refuses to hand out parameter %s: %s. Check the function's policy and, if the parameter is encrypted with a key of your own, SecretsKeyArn."
              .formatted(parameter, error));
    }
    return unanswered(parameter, status + " " + error);
  }

  private static Unanswered unanswered(String parameter, String why) {
    return new Unanswered("SSM parameter %s cannot be read: %s".formatted(parameter, why));
  }

  private URI endpointOfRegion() {
    String name = regionName();
    String suffix = PartitionMetadata.of(Region.of(name)).dnsSuffix();
    return URI.create("https://ssm." + name + "." + suffix);
  }

  private String regionName() {
    return region.orElseThrow(
        () -> new IllegalStateException("set AWS_REGION to the region of the parameters"));
  }
}
