package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/// What the verbs of learning management systems mean here. Each is an IRI, and only these count:
/// the word that a person reads may be in any language.
enum Verb {
  ENROL,
  COMPLETE,
  PASS,
  /// Takes back that something was completed.
  UNCOMPLETE,
  VOID,
  /// All others, which earn nothing: attempted, failed, scored, and also waived, an exemption.
  OTHER;

  private static final Map<String, Verb> MEANINGS =
      Map.of(
          "http://adlnet.gov/expapi/verbs/registered", ENROL,
          "http://www.tincanapi.co.uk/verbs/enrolled_onto_learning_plan", ENROL,
          "https://xapi.edlm/profiles/edlm-lms/concepts/verbs/enrolled", ENROL,
          "http://adlnet.gov/expapi/verbs/completed", COMPLETE,
          // cmi5: the system's own word that a course is done.
          "https://w3id.org/xapi/adl/verbs/satisfied", COMPLETE,
          "http://adlnet.gov/expapi/verbs/passed", PASS,
          "https://xapi.edlm/profiles/edlm-lms/concepts/verbs/uncompleted", UNCOMPLETE,
          "http://adlnet.gov/expapi/verbs/voided", VOID);

  /// What platforms report beside that, with a result.
  private static final Set<String> REPORTED =
      Set.of(
          "http://adlnet.gov/expapi/verbs/answered",
          "http://adlnet.gov/expapi/verbs/attempted",
          "http://adlnet.gov/expapi/verbs/failed",
          "http://adlnet.gov/expapi/verbs/scored");

  /// Whether this is what learning platforms report of their own.
  static boolean isOnPlatform(JsonNode statement) {
    return of(statement) != OTHER || REPORTED.contains(statement.path("verb").path("id").asText());
  }

  /// The meaning of a statement's verb.
  static Verb of(JsonNode statement) {
    return MEANINGS.getOrDefault(statement.path("verb").path("id").asText(), OTHER);
  }
}
