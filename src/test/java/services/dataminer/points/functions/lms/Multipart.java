package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// Writes `multipart/mixed` as senders do.
final class Multipart {

  static final String BOUNDARY = "-------314159265358979";
  static final String CONTENT_TYPE = "multipart/mixed; boundary=" + BOUNDARY;
  static final String CERTIFICATE = "%PDF-1.7 for Ada";

  private Multipart() {}

  static String body(String... parts) {
    return "--" + BOUNDARY + "\r\n" + between(parts) + "\r\n--" + BOUNDARY + "--\r\n";
  }

  private static String between(String... parts) {
    return String.join("\r\n--" + BOUNDARY + "\r\n", parts);
  }

  static String statements(JsonNode statements) {
    return "Content-Type: application/json\r\n\r\n" + statements;
  }

  static String attachment(String data) {
    return attachment(data, sha2(data));
  }

  static String attachment(String data, String hash) {
    return "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: "
        + hash
        + "\r\n\r\n"
        + data;
  }

  static String sha2(String data) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(data.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A completion that earns, with what its learner was given for it.
  static ObjectNode certified(String... data) {
    return attached(Fixture.anyCompletion(), "https://lms.example/attachments/certificate", data);
  }

  static ObjectNode attached(ObjectNode statement, String usage, String... data) {
    var attachments = statement.withArray("attachments");
    for (String one : data) {
      ObjectNode attachment =
          attachments
              .addObject()
              .put("usageType", usage)
              .put("contentType", "application/octet-stream")
              .put("length", one.length())
              .put("sha2", sha2(one));
      attachment.putObject("display").put("en", "Attachment");
    }
    return statement;
  }

  /// A compact JSON Web Signature, of which nobody checks the last part.
  static String signature(String algorithm, String payload) {
    return String.join(
        ".",
        base64("{\"alg\":\"" + algorithm + "\"}"),
        base64(payload),
        base64("what only a key can make"));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
