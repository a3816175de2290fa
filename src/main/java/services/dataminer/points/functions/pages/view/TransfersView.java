package services.dataminer.points.functions.pages.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// A member's transfers to DOJO.
///
/// @param automatic whether everything transferable goes every night
/// @param nextNight when the next transfers are made
/// @param rows newest first
/// @param next the cursor of the page after
/// @param note what was done; empty if nothing
public record TransfersView(
    long transferable,
    long transferred,
    boolean automatic,
    Instant nextNight,
    List<Row> rows,
    Optional<String> next,
    String note) {

  private static final String AUTOMATIC_ID = "\\d{4}-\\d{2}-\\d{2}";

  /// A transfer.
  ///
  /// @param answer what DOJO said of it, as a sentence
  public record Row(Instant at, long points, String how, String answer) {}

  /// The rows of a page of the API's list.
  public static List<Row> rows(JsonNode page, Formats formats) {
    return StreamSupport.stream(page.path("transfers").spliterator(), false)
        .map(transfer -> row(transfer, formats))
        .toList();
  }

  private static Row row(JsonNode transfer, Formats formats) {
    boolean byItself = transfer.path("id").asText().matches(AUTOMATIC_ID);
    return new Row(
        Instant.parse(transfer.path("at").asText()),
        transfer.path("points").asLong(),
        byItself ? "Automatic" : "Requested",
        answer(transfer, formats));
  }

  private static String answer(JsonNode transfer, Formats formats) {
    String state = transfer.path("state").asText();
    return switch (state) {
      case "REQUESTED" -> "Goes to DOJO in the next night.";
      case "PENDING" -> "DOJO has not confirmed it. Every night tries again until it does.";
      case "POSTED" ->
          "Posted on " + formats.day(Instant.parse(transfer.path("postedAt").asText())) + ".";
      case "REJECTED" ->
          "Rejected by DOJO (%s). The points came back."
              .formatted(transfer.path("reason").asText());
      default -> Formats.phrase(state);
    };
  }
}
