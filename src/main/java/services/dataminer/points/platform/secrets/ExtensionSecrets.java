package services.dataminer.points.platform.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.platform.outage.Unavailable;

/// Reads SSM parameters through AWS's Parameters and Secrets extension, a process beside this one.
///
/// A secret is read when it is first asked for, so that it is in no SnapStart snapshot, and kept
/// for [#KEPT]; the extension keeps it for five minutes more. A changed secret is therefore in use
/// everywhere ten minutes later.
@Singleton
public class ExtensionSecrets implements Secrets {

  /// How long a value is used before it is read again.
  static final Duration KEPT = Duration.ofMinutes(5);

  private static final int CONNECT_TIMEOUT_MILLIS = 1_000;
  private static final int READ_TIMEOUT_MILLIS = 5_000;

  private final String path;
  private final int port;
  private final Optional<String> token;
  private final LongSupplier nanoTime;
  private final Map<String, Kept> kept = new HashMap<>();

  private record Kept(String value, long readAtNanos) {}

  /// @param path below which the secrets are in SSM
  /// @param port where the extension listens
  /// @param sessionToken proves to the extension that this process belongs to the function
  /// @param containerToken does so where Lambda gives no session token, as under SnapStart
  @Inject
  public ExtensionSecrets(
      @ConfigProperty(name = "points.secrets-path") String path,
      @ConfigProperty(name = "parameters.secrets.extension.http.port", defaultValue = "2773")
          int port,
      @ConfigProperty(name = "aws.session.token") Optional<String> sessionToken,
      @ConfigProperty(name = "aws.container.authorization.token") Optional<String> containerToken) {
    this(path, port, sessionToken.or(() -> containerToken), System::nanoTime);
  }

  ExtensionSecrets(String path, int port, Optional<String> token, LongSupplier nanoTime) {
    this.path = path;
    this.port = port;
    this.token = token;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized String value(String name) {
    Kept known = kept.get(name);
    long now = nanoTime.getAsLong();
    if (known != null && now - known.readAtNanos() < KEPT.toNanos()) {
      return known.value();
    }
    String value = read(path + "/" + name);
    kept.put(name, new Kept(value, now));
    return value;
  }

  private String read(String parameter) {
    try {
      HttpURLConnection connection = open(parameter);
      try {
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
          throw new Unavailable(
              "The secrets extension answered %d for SSM parameter %s. Check that the parameter exists as a SecureString and that the function may read it."
                  .formatted(status, parameter));
        }
        try (InputStream body = connection.getInputStream()) {
          return value(Json.MAPPER.readTree(body), parameter);
        }
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      throw new Unavailable(
          "The secrets extension cannot be reached on port %d to read SSM parameter %s. Check that the function has its layer."
              .formatted(port, parameter),
          e);
    }
  }

  private HttpURLConnection open(String parameter) throws IOException {
    String name = URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    URI uri =
        URI.create(
            "http://localhost:%d/systemsmanager/parameters/get?name=%s&withDecryption=true"
                .formatted(port, name));
    var connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
    connection.setReadTimeout(READ_TIMEOUT_MILLIS);
    connection.setRequestProperty("X-Aws-Parameters-Secrets-Token", token.orElse(""));
    return connection;
  }

  private static String value(JsonNode answer, String parameter) {
    String value = answer.path("Parameter").path("Value").asText("").strip();
    if (value.isEmpty()) {
      throw new Unavailable("SSM parameter " + parameter + " has no value.");
    }
    return value;
  }
}
