package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import services.dataminer.points.functions.lms.MultipartBody.Part;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;

/// The attachments that came with statements, each a part named by the hash of its data (Part
/// Three, 1.5.2). They are held against the statements and then dropped; whether their data has
/// that hash and length is left to whoever keeps it.
final class Attachments {

  private static final String ATTACHMENTS = "attachments";
  private static final String HASH = "X-Experience-API-Hash";
  private static final String ENCODING = "Content-Transfer-Encoding";

  private final Map<String, Part> byHash;

  // Each is read once, however often it is named.
  private final Map<String, Optional<Signature>> sent = new HashMap<>();
  private final Map<ObjectNode, Signature> expected = new IdentityHashMap<>();

  private final Set<String> described = new HashSet<>();

  private Attachments(Map<String, Part> byHash) {
    this.byHash = byHash;
  }

  /// Those of a request without any.
  static Attachments none() {
    return new Attachments(Map.of());
  }

  /// Those of the parts that follow the statements. One attachment may come twice.
  ///
  /// @throws ProblemException 400 if a part is not labelled as an attachment
  static Attachments of(List<Part> parts) {
    var byHash = new HashMap<String, Part>();
    for (Part part : parts) {
      String hash = part.header(HASH.toLowerCase(Locale.ROOT)).orElse("");
      String encoding = part.header(ENCODING.toLowerCase(Locale.ROOT)).orElse("");
      if (hash.isEmpty() || !encoding.equalsIgnoreCase("binary")) {
        throw Problem.malformedBody(
                "Each part after the first is an attachment and needs the headers %s and %s: binary."
                    .formatted(HASH, ENCODING))
            .asException();
      }
      byHash.putIfAbsent(hash.toLowerCase(Locale.ROOT), part);
    }
    return new Attachments(byHash);
  }

  /// What is wrong with the attachments of a statement and those within it: one that is neither
  /// here nor elsewhere, or a signature that does not sign the statement.
  ///
  /// @param statement of the shape of a statement
  Optional<Shape.Violation> violation(ObjectNode statement) {
    return Shape.list(attachment -> violation(attachment, statement))
        .at(ATTACHMENTS)
        .and(Shape.list(this::presence).at(ATTACHMENTS).at("object"))
        .violation(statement);
  }

  private Optional<Shape.Violation> violation(JsonNode attachment, ObjectNode statement) {
    return presence(attachment).or(() -> signature(attachment, statement));
  }

  private Optional<Shape.Violation> presence(JsonNode attachment) {
    String hash = hash(attachment);
    described.add(hash);
    return attachment.has("fileUrl") || byHash.containsKey(hash)
        ? Optional.empty()
        : Optional.of(
            new Shape.Violation(
                "fileUrl", "is missing, and no part of the body contains the attachment"));
  }

  private Optional<Shape.Violation> signature(JsonNode attachment, ObjectNode statement) {
    String hash = hash(attachment);
    if (!attachment.get("usageType").textValue().equals(Signature.USAGE)
        || !byHash.containsKey(hash)) {
      return Optional.empty();
    }
    Signature signature = expected.computeIfAbsent(statement, Signature::of);
    return sent.computeIfAbsent(hash, it -> Signature.read(byHash.get(it).bytes()))
            .filter(signature::matches)
            .isPresent()
        ? Optional.empty()
        : Shape.wrong(
            "must be a compact JSON Web Signature of this statement, with RS256, RS384 or RS512");
  }

  private static String hash(JsonNode attachment) {
    return attachment.get("sha2").textValue().toLowerCase(Locale.ROOT);
  }

  /// Refuses parts that no statement describes, once all statements were looked at.
  ///
  /// @throws ProblemException 400
  void refuseOthers() {
    if (!described.containsAll(byHash.keySet())) {
      throw Problem.invalidRequest(
              "A part of the body belongs to no statement: no attachment has the sha2 in its %s. Nothing was stored."
                  .formatted(HASH))
          .asException();
    }
  }
}
