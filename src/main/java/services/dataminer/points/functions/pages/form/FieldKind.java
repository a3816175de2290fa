package services.dataminer.points.functions.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import services.dataminer.points.platform.time.Rfc3339;

/// How what someone types becomes JSON, and back. What cannot be converted goes to the API as it
/// was typed, which says what is wrong with it.
public sealed interface FieldKind {

  /// The JSON for a text that is not blank.
  default JsonNode json(String text) {
    return TextNode.valueOf(text.strip());
  }

  /// The text for JSON of this kind.
  default String text(JsonNode json) {
    return json.asText();
  }

  /// What the API says of a field, as whoever filled it understands it.
  ///
  /// @param typed what the field was filled with
  default String explained(String message, String typed) {
    return message;
  }

  /// One line of text.
  record Text() implements FieldKind {}

  /// A day, by the browser's own picker.
  record Day() implements FieldKind {}

  /// A whole number.
  record Whole() implements FieldKind {

    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");

    @Override
    public JsonNode json(String text) {
      String number = text.strip();
      return DIGITS.matcher(number).matches()
          ? LongNode.valueOf(Long.parseLong(number))
          : TextNode.valueOf(number);
    }
  }

  /// A day and a time of the program's zone, which the API gets as an instant.
  record Moment(ZoneId zone) implements FieldKind {

    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

    @Override
    public JsonNode json(String text) {
      return TextNode.valueOf(moment(text).map(Instant::toString).orElse(text.strip()));
    }

    private Optional<Instant> moment(String text) {
      try {
        return Optional.of(LocalDateTime.parse(text.strip()).atZone(zone).toInstant());
      } catch (DateTimeException _) {
        return Optional.empty();
      }
    }

    /// The API's times as they are here; a file may have them with an offset, as the API does.
    @Override
    public String explained(String message, String typed) {
      if (typed.isBlank() || Rfc3339.instant(typed.strip()).isPresent()) {
        return message;
      }
      String here = INSTANT.matcher(message).replaceAll(it -> of(Instant.parse(it.group())));
      String quoted =
          moment(typed).isPresent() ? "You entered %s; times".formatted(typed.strip()) : "Times";
      return "%s. %s are those of %s".formatted(here, quoted, zone.getId());
    }

    @Override
    public String text(JsonNode json) {
      return of(Instant.parse(json.asText()));
    }

    /// A moment as the browser's picker takes it, to the minute.
    public String of(Instant moment) {
      return LocalDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.MINUTES).toString();
    }
  }

  /// One of several.
  ///
  /// @param options code and words of each
  record Choice(List<Option> options) implements FieldKind {

    /// What can be chosen.
    public record Option(String code, String words) {}
  }

  /// A text that the form was served with, and that nobody sees.
  record Hidden() implements FieldKind {}

  /// Yes or no: what is not ticked is no.
  record Flag() implements FieldKind {

    static final String ON = "on";

    /// The text for a word that a file has; the word itself where it says neither yes nor no.
    public String worded(String word) {
      return switch (word.strip().toLowerCase(Locale.ROOT)) {
        case "true", "yes", "1" -> ON;
        case "false", "no", "0" -> "";
        default -> word;
      };
    }

    @Override
    public JsonNode json(String text) {
      return text.isBlank() || text.equals(ON)
          ? BooleanNode.valueOf(text.equals(ON))
          : TextNode.valueOf(text);
    }

    @Override
    public String text(JsonNode json) {
      return json.asBoolean() ? ON : "";
    }
  }

  /// A list with an entry on each line.
  ///
  /// @param columns of a line, separated by blanks, which are the fields of an entry; the last one
  ///   takes the rest of the line. A single column without a name makes an entry of the whole line.
  record Lines(List<Column> columns) implements FieldKind {

    /// A part of each line.
    ///
    /// @param kind of its text
    public record Column(String name, FieldKind kind) {}

    static Lines of(FieldKind entry) {
      return new Lines(List.of(new Column("", entry)));
    }

    @Override
    public JsonNode json(String text) {
      ArrayNode entries = JsonNodeFactory.instance.arrayNode();
      text.lines().filter(line -> !line.isBlank()).map(this::entry).forEach(entries::add);
      return entries;
    }

    private JsonNode entry(String line) {
      if (isPlain()) {
        return columns.getFirst().kind().json(line);
      }
      String[] parts = line.strip().split("\\s+", columns.size());
      ObjectNode entry = JsonNodeFactory.instance.objectNode();
      IntStream.range(0, parts.length)
          .forEach(i -> entry.set(columns.get(i).name(), columns.get(i).kind().json(parts[i])));
      return entry;
    }

    @Override
    public String text(JsonNode json) {
      return StreamSupport.stream(json.spliterator(), false)
          .map(this::line)
          .collect(Collectors.joining("\n"));
    }

    private String line(JsonNode entry) {
      return isPlain()
          ? columns.getFirst().kind().text(entry)
          : columns.stream()
              .map(column -> column.kind().text(entry.path(column.name())))
              .collect(Collectors.joining(" "));
    }

    private boolean isPlain() {
      return columns.getFirst().name().isEmpty();
    }
  }
}
