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
  public record MissingRow(String id, Optional<String> title, long people, Instant lastSeen) {}

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
                        Instant.parse(one.path("lastSeen").asText())))
            .toList(),
        Optional.ofNullable(page.path("next").textValue()));
  }
}
