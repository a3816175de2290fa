package services.dataminer.points.functions.pages.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.functions.admin.FactView;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.platform.time.Rfc3339;

/// What a page says of a fact, and of who reported it.
public final class FactWords {

  private static final String DAYS = "days";

  private FactWords() {}

  /// A part of what an administrator recorded.
  ///
  /// @param link where it leads, if anywhere
  public record Part(String label, String text, Optional<String> link) {}

  /// Who reports what happens to such an activity; empty where its facts say so themselves.
  ///
  /// @param activityId begins with where it comes from
  public static Optional<String> source(String activityId) {
    return switch (activityId.substring(0, activityId.indexOf(':'))) {
      case "calcom" -> Optional.of("Cal.com");
      case "calendar" -> Optional.of("a calendar's automation");
      case "xapi" -> Optional.of("a learning platform");
      default -> Optional.empty();
    };
  }

  /// All that was recorded, where an administrator recorded the fact.
  public static List<Part> recorded(FactView fact, Formats formats) {
    return Stream.ofNullable(fact.details().get("recorded"))
        .map(Json.MAPPER::<JsonNode>valueToTree)
        .flatMap(recorded -> recorded.propertyStream())
        .map(field -> part(field.getKey(), field.getValue(), formats))
        .toList();
  }

  private static Part part(String name, JsonNode value, Formats formats) {
    String label = Formats.phrase(name.replaceAll("([A-Z])", " $1").replace(" Id", ""));
    return new Part(label, text(name, value, formats), link(name, value));
  }

  private static String text(String name, JsonNode value, Formats formats) {
    if (name.equals(DAYS)) {
      return value
          .valueStream()
          .map(
              day ->
                  formats.day(LocalDate.parse(day.path("date").asText()))
                      + ": "
                      + formats.points(day.path("points").longValue())
                      + " points")
          .collect(Collectors.joining("; "));
    }
    if (value.isArray()) {
      return value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
    }
    if (value.isNumber()) {
      return formats.points(value.longValue());
    }
    return Rfc3339.instant(value.asText())
        .map(formats::moment)
        .or(() -> Rfc3339.date(value.asText()).map(formats::day))
        .orElse(value.asText());
  }

  private static Optional<String> link(String name, JsonNode value) {
    return switch (name) {
      case "memberId" -> Optional.of(ActivityLinks.member(value.asText()));
      case "evidence" -> Optional.of(value.asText()).filter(text -> text.matches("https?://.+"));
      default -> Optional.empty();
    };
  }
}
