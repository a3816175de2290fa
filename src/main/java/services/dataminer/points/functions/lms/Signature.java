package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import services.dataminer.points.platform.http.JsonBody;
import services.dataminer.points.platform.http.ProblemException;

/// What a signature signs: a JSON Web Signature in its compact form over the whole statement (Part
/// Two, 2.6). Its form is checked and not who signed: nothing here is trusted for it, since the
/// sender has proven who it is.
///
/// @param signed the content of the statement that was signed
/// @param withoutTimestamp the same without its timestamp, which a store may have added later
record Signature(StatementContent signed, StatementContent withoutTimestamp) {

  static final String USAGE = "http://adlnet.gov/expapi/attachments/signature";
  static final String CONTENT_TYPE = "application/octet-stream";

  private static final Set<String> ALGORITHMS = Set.of("RS256", "RS384", "RS512");

  /// Empty where the bytes are no such signature of a valid statement.
  static Optional<Signature> read(byte[] bytes) {
    String[] parts = new String(bytes, StandardCharsets.ISO_8859_1).split("\\.", 4);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      ObjectNode header = JsonBody.object(decoded(parts[0]));
      ObjectNode statement = JsonBody.object(decoded(parts[1]));
      boolean wellFormed =
          ALGORITHMS.contains(header.path("alg").asText())
              && StatementShape.of(statement).violation(statement).isEmpty()
              && decoded(parts[2]).length > 0;
      return wellFormed ? Optional.of(of(statement)) : Optional.empty();
    } catch (ProblemException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }

  /// What a signature of a statement signs.
  static Signature of(ObjectNode statement) {
    ObjectNode timeless = statement.deepCopy();
    timeless.remove("timestamp");
    return new Signature(StatementContent.of(statement), StatementContent.of(timeless));
  }

  /// Whether both sign the same statement. A timestamp counts only where both have one.
  boolean matches(Signature other) {
    return signed.equals(other.signed)
        || withoutTimestamp.equals(other.withoutTimestamp) && (isTimeless() || other.isTimeless());
  }

  private boolean isTimeless() {
    return signed.equals(withoutTimestamp);
  }
}
