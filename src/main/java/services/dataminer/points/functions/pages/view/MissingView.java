package services.dataminer.points.functions.pages.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// A page of what the catalogue lacks.
///
/// @param next the cursor of the page after
public record MissingView(List<MissingRow> rows, Optional<String> next) {

  /// An object that statements are about.
  ///
  /// @param people who wait for it
  /// @param more whether more wait than were counted
  /// @param near ids in the catalogue that are nearly the same
  public record MissingRow(
      String id,
      Optional<String> title,
      long people,
      boolean more,
      Instant lastSeen,
      List<String> near) {}

  /// The page that a response of the API has.
  public static MissingView of(JsonNode page) {
    return new MissingView(
        StreamSupport.stream(page.path("missing").spliterator(), false)
            .map(
                one ->
                    new MissingRow(
                        one.path("id").asText(),
                        Optional.ofNullable(one.path("title").textValue()),
                        one.path("people").asLong(),
                        one.path("more").asBoolean(),
                        Instant.parse(one.path("lastSeen").asText()),
                        StreamSupport.stream(one.path("near").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList()))
            .toList(),
        Optional.ofNullable(page.path("next").textValue()));
  }
}
