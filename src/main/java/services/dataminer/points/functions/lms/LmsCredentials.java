package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.Secrets;

/// The credentials of learning management systems: each has a user name, which is its name here,
/// and a secret of its own, so that one can be revoked; or two, while its secret is rotated.
@Singleton
public class LmsCredentials {

  private static final Pattern BASIC =
      Pattern.compile("basic +([A-Za-z0-9+/=]+) *", Pattern.CASE_INSENSITIVE);
  private static final String CHALLENGE = "Basic realm=\"devops-points\", charset=\"UTF-8\"";

  private final Secrets secrets;

  public LmsCredentials(Secrets secrets) {
    this.secrets = secrets;
  }

  /// Which system makes a call.
  ///
  /// @throws ProblemException 401 if it is none of them, without a hint why
  String sender(XapiCall call) {
    Optional<String> sent = call.header("authorization").flatMap(LmsCredentials::userPass);
    String found = null;
    // All are compared, in constant time, so that the duration reveals nothing.
    for (Map.Entry<String, List<String>> known : known().entrySet()) {
      for (String secret : known.getValue()) {
        String expected = known.getKey() + ":" + secret;
        if (MessageDigest.isEqual(bytes(expected), bytes(sent.orElse("")))) {
          found = known.getKey();
        }
      }
    }
    return Optional.ofNullable(found)
        .orElseThrow(
            () ->
                Problem.unauthorized("The credentials are missing or invalid.", CHALLENGE)
                    .asException());
  }

  private Map<String, List<String>> known() {
    try {
      JsonNode tree = Json.MAPPER.readTree(secrets.value(Secrets.LMS_CREDENTIALS));
      if (!tree.isObject()) {
        throw malformed();
      }
      var known = new HashMap<String, List<String>>();
      tree.properties().forEach(one -> known.put(one.getKey(), secrets(one.getValue())));
      return known;
    } catch (JsonProcessingException _) {
      throw malformed();
    }
  }

  /// One secret, or an array of which the first two count.
  private static List<String> secrets(JsonNode value) {
    List<JsonNode> secrets = value.isArray() ? value.valueStream().toList() : List.of(value);
    if (secrets.isEmpty()
        || !secrets.stream().allMatch(one -> one.isTextual() && !one.textValue().isBlank())) {
      throw malformed();
    }
    return secrets.stream().limit(Secrets.VALUES).map(JsonNode::textValue).toList();
  }

  /// The parser's own words would quote the secrets.
  private static Unavailable malformed() {
    return new Unavailable(
        "SSM parameter "
            + Secrets.LMS_CREDENTIALS
            + " is not a JSON object of user names and secrets, such as {\"moodle\":\"...\"}");
  }

  private static Optional<String> userPass(String header) {
    Matcher basic = BASIC.matcher(header);
    if (!basic.matches()) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(basic.group(1));
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded)).toString());
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
