package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What xAPI 1.0.3 and 2.0 ask of a statement (Part Two, Experience API Data).
final class StatementShape {

  private static final String OBJECT_TYPE = "objectType";
  private static final Shape VERB =
      Shape.object(Map.of("id", Texts.IRI), Map.of("display", Texts.LANGUAGES));

  private static final Shape REFERENCE =
      Shape.object(Map.of(OBJECT_TYPE, Texts.word("StatementRef"), "id", Texts.UUID), Map.of());

  private static final Shape CONTEXT =
      Shape.object(
          Map.of(),
          Map.ofEntries(
              Map.entry("registration", Texts.UUID),
              Map.entry("instructor", Actors.ACTOR),
              Map.entry("team", Actors.GROUP),
              Map.entry("contextActivities", ActivityShape.OF_CONTEXT),
              // Since 2.0.
              Map.entry("contextAgents", Shape.list(Shape.ANYTHING)),
              Map.entry("contextGroups", Shape.list(Shape.ANYTHING)),
              Map.entry("revision", Texts.TEXT),
              Map.entry("platform", Texts.TEXT),
              Map.entry("language", Texts.LANGUAGE_CODE),
              Map.entry("statement", REFERENCE),
              Map.entry("extensions", ActivityShape.EXTENSIONS)));

  private static final Shape ATTACHMENT =
      Shape.object(
              Map.of(
                  "usageType",
                  Texts.IRI,
                  "display",
                  Texts.LANGUAGES,
                  "contentType",
                  Texts.NAME,
                  "length",
                  Shape.must(JsonNode::isIntegralNumber, "must be a whole number, unquoted"),
                  "sha2",
                  Texts.NAME),
              Map.of("description", Texts.LANGUAGES, "fileUrl", Texts.IRI))
          .and(StatementShape::signatureFits);

  private static final Map<String, Shape> REQUIRED =
      Map.of("actor", Actors.ACTOR, "verb", VERB, "object", StatementShape::object);

  private static final Map<String, Shape> OF_SUB_STATEMENTS =
      Map.of(
          "result",
          ResultShape.RESULT,
          "context",
          CONTEXT,
          "timestamp",
          Texts.TIMESTAMP,
          "attachments",
          Shape.list(ATTACHMENT));

  private static final Shape SUB_STATEMENT =
      Shape.object(
              REQUIRED, with(OF_SUB_STATEMENTS, Map.of(OBJECT_TYPE, Texts.word("SubStatement"))))
          .and(
              Shape.must(
                  sub -> !typeOf(sub.get("object")).equals("SubStatement"),
                  "must not hold another SubStatement"),
              StatementShape::contextFits);

  private static final Map<String, Shape> OF_STATEMENTS =
      with(
          OF_SUB_STATEMENTS,
          Map.of(
              "id",
              Texts.UUID,
              "stored",
              Texts.TIMESTAMP,
              "authority",
              Actors.AUTHORITY,
              "version",
              Texts.XAPI_VERSION));

  private static final Shape STATEMENT = statement(OF_STATEMENTS);
  private static final Shape ON_PLATFORM =
      statement(with(OF_STATEMENTS, Map.of("result", ResultShape.ON_PLATFORM)));

  private StatementShape() {}

  /// How a statement with this verb may be sent.
  static Shape of(JsonNode statement) {
    return Verb.isOnPlatform(statement) ? ON_PLATFORM : STATEMENT;
  }

  private static Shape statement(Map<String, Shape> optional) {
    return Shape.object(REQUIRED, optional)
        .and(StatementShape::contextFits, StatementShape::voidFits);
  }

  private static Map<String, Shape> with(Map<String, Shape> some, Map<String, Shape> more) {
    var all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  /// What an object is; an activity, where it does not say.
  static String typeOf(JsonNode object) {
    return object.path(OBJECT_TYPE).asText("Activity");
  }

  private static Optional<Shape.Violation> object(JsonNode object) {
    return switch (typeOf(object)) {
      case "Activity" -> ActivityShape.ACTIVITY.violation(object);
      case "Agent" -> Actors.AGENT.violation(object);
      case "Group" -> Actors.GROUP.violation(object);
      case "StatementRef" -> REFERENCE.violation(object);
      case "SubStatement" -> SUB_STATEMENT.violation(object);
      default ->
          Optional.of(
              new Shape.Violation(
                  OBJECT_TYPE, "must be Activity, Agent, Group, StatementRef or SubStatement"));
    };
  }

  private static Optional<Shape.Violation> signatureFits(JsonNode attachment) {
    boolean misfit =
        attachment.get("usageType").textValue().equals(Signature.USAGE)
            && !attachment.get("contentType").textValue().equals(Signature.CONTENT_TYPE);
    return misfit
        ? Optional.of(
            new Shape.Violation(
                "contentType", "must be " + Signature.CONTENT_TYPE + " for a signature"))
        : Optional.empty();
  }

  private static Optional<Shape.Violation> contextFits(JsonNode statement) {
    JsonNode context = statement.path("context");
    boolean misfit =
        (context.has("revision") || context.has("platform"))
            && !typeOf(statement.get("object")).equals("Activity");
    return misfit
        ? Optional.of(
            new Shape.Violation(
                "context", "may have a revision or platform only if the object is an Activity"))
        : Optional.empty();
  }

  private static Optional<Shape.Violation> voidFits(JsonNode statement) {
    boolean misfit =
        Verb.of(statement) == Verb.VOID && !typeOf(statement.get("object")).equals("StatementRef");
    return misfit
        ? Optional.of(
            new Shape.Violation("object.objectType", "must be StatementRef if the verb is voided"))
        : Optional.empty();
  }
}
