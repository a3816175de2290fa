package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// What is asked of results: what xAPI asks, but of what people did on learning platforms only what
/// awards depend on.
final class ResultShape {

  private static final Shape SCORE =
      Shape.object(
              Map.of(),
              Map.of(
                  "scaled",
                  Texts.NUMBER,
                  "raw",
                  Texts.NUMBER,
                  "min",
                  Texts.NUMBER,
                  "max",
                  Texts.NUMBER))
          .and(
              Shape.must(score -> ordered(-1, score, "scaled", 1), "scaled must be from -1 to 1"),
              Shape.must(
                  score ->
                      !(score.has("min") && score.has("max"))
                          || score.get("min").doubleValue() < score.get("max").doubleValue(),
                  "min must be less than max"),
              Shape.must(
                  score ->
                      ordered(
                          score.path("min").asDouble(Double.NEGATIVE_INFINITY),
                          score,
                          "raw",
                          score.path("max").asDouble(Double.POSITIVE_INFINITY)),
                  "raw must be from min to max"));

  static final Shape RESULT = result(SCORE, Texts.TEXT);

  /// Moodle's plug-in sends no answer to a question as null, a score out of nothing as one from 0
  /// to 0, and that of a package as it came. Nobody is to lose an award for a score that none
  /// reads, and neither are the others in the batch.
  static final Shape ON_PLATFORM = result(Shape.ANYTHING, Shape.ANYTHING);

  private ResultShape() {}

  private static Shape result(Shape score, Shape response) {
    return Shape.object(
        Map.of(),
        Map.of(
            "score",
            score,
            "success",
            Texts.FLAG,
            "completion",
            Texts.FLAG,
            "response",
            response,
            "duration",
            Texts.TIME_SPAN,
            "extensions",
            ActivityShape.EXTENSIONS));
  }

  private static boolean ordered(double least, JsonNode of, String name, double most) {
    JsonNode value = of.path(name);
    return value.isMissingNode() || (value.doubleValue() >= least && value.doubleValue() <= most);
  }
}
