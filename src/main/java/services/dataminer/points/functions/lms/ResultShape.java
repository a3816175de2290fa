package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// What xAPI asks of results.
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

  static final Shape RESULT =
      Shape.object(
          Map.of(),
          Map.of(
              "score",
              SCORE,
              "success",
              Texts.FLAG,
              "completion",
              Texts.FLAG,
              "response",
              Texts.TEXT,
              "duration",
              Texts.TIME_SPAN,
              "extensions",
              ActivityShape.EXTENSIONS));

  private ResultShape() {}

  private static boolean ordered(double least, JsonNode of, String name, double most) {
    JsonNode value = of.path(name);
    return value.isMissingNode() || (value.doubleValue() >= least && value.doubleValue() <= most);
  }
}
