package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.program.address.Iri;

/// What xAPI asks of activities: what is learned, and what surrounds it.
final class ActivityShape {

  static final Shape EXTENSIONS = Shape.map(Iri::is, "an IRI with a scheme", Shape.ANYTHING);

  /// An id may be empty: Moodle's plug-in makes it of the Latin letters and digits of an answer.
  private static final Shape COMPONENTS =
      Shape.list(Shape.object(Map.of("id", Texts.TEXT), Map.of("description", Texts.LANGUAGES)));

  /// What only an interaction has, by its type.
  private static final List<String> OF_INTERACTIONS =
      List.of("choices", "correctResponsesPattern", "scale", "source", "steps", "target");

  private static final Shape DEFINITION =
      Shape.object(
              Map.of(),
              Map.ofEntries(
                  Map.entry("name", Texts.LANGUAGES),
                  Map.entry("description", Texts.LANGUAGES),
                  Map.entry("type", Texts.IRI),
                  Map.entry("moreInfo", Texts.IRI),
                  Map.entry("extensions", EXTENSIONS),
                  Map.entry(
                      "interactionType",
                      Shape.text(
                          List.of(
                                  "true-false",
                                  "choice",
                                  "fill-in",
                                  "long-fill-in",
                                  "matching",
                                  "performance",
                                  "sequencing",
                                  "likert",
                                  "numeric",
                                  "other")
                              ::contains,
                          "an interaction type of xAPI")),
                  Map.entry("correctResponsesPattern", Shape.list(Texts.TEXT)),
                  Map.entry("choices", COMPONENTS),
                  Map.entry("scale", COMPONENTS),
                  Map.entry("source", COMPONENTS),
                  Map.entry("target", COMPONENTS),
                  Map.entry("steps", COMPONENTS)))
          .and(ActivityShape::interactionFits);

  static final Shape ACTIVITY =
      Shape.object(
          Map.of("id", Texts.IRI),
          Map.of("objectType", Texts.word("Activity"), "definition", DEFINITION));

  private static final Shape ACTIVITIES =
      part -> (part.isArray() ? Shape.list(ACTIVITY) : ACTIVITY).violation(part);

  static final Shape OF_CONTEXT =
      Shape.object(
          Map.of(),
          Map.of(
              "parent",
              ACTIVITIES,
              "grouping",
              ACTIVITIES,
              "category",
              ACTIVITIES,
              "other",
              ACTIVITIES));

  private ActivityShape() {}

  private static Optional<Shape.Violation> interactionFits(JsonNode definition) {
    return definition.has("interactionType")
        ? Optional.empty()
        : OF_INTERACTIONS.stream()
            .filter(definition::has)
            .findFirst()
            .map(name -> new Shape.Violation("interactionType", "is required with " + name));
  }
}
