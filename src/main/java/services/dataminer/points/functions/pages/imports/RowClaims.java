package services.dataminer.points.functions.pages.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import services.dataminer.points.functions.pages.form.EntryForm;
import services.dataminer.points.functions.pages.form.FormField;
import services.dataminer.points.functions.pages.form.FormJson;
import services.dataminer.points.functions.pages.imports.ImportResult.Claimed;
import services.dataminer.points.functions.pages.imports.ImportResult.RowViolation;

/// What each line of a file claims for its entry alone: its id, and what is in its exclusive
/// fields. The API compares a line with what is stored, and this the lines with each other.
final class RowClaims {

  private final SortedMap<Integer, List<String>> byLine = new ConcurrentSkipListMap<>();

  /// Notes what a line claims; lines may be noted at the same time, in any order.
  ///
  /// @param entry what the API makes of the line, in the API's own spelling
  void note(int line, String id, EntryForm form, JsonNode entry) {
    List<String> claims =
        Stream.concat(
                Stream.of(claim(EntryForm.ID, id)),
                form.fields().stream().filter(FormField::isExclusive).flatMap(f -> of(f, entry)))
            .toList();
    byLine.put(line, claims);
  }

  /// What was noted of lines that are not repeated, each claim with its field, in the order of the
  /// file.
  List<Claimed> sound() {
    Set<Integer> repeated = repeated().stream().map(RowViolation::line).collect(Collectors.toSet());
    return byLine.entrySet().stream()
        .filter(line -> !repeated.contains(line.getKey()))
        .map(line -> new Claimed(line.getKey(), line.getValue()))
        .toList();
  }

  private static String claim(String field, String text) {
    return field + " " + text;
  }

  private static Stream<String> of(FormField field, JsonNode entry) {
    return StreamSupport.stream(FormJson.at(entry, field.name()).spliterator(), false)
        .map(value -> JsonNodeFactory.instance.arrayNode().add(value))
        .map(one -> claim(field.name(), field.kind().text(one)));
  }

  /// The lines that claim what an earlier line claims, in the order of the file.
  List<RowViolation> repeated() {
    var first = new HashMap<String, Integer>();
    return byLine.entrySet().stream()
        .flatMap(line -> repeated(line.getKey(), line.getValue(), first).stream())
        .toList();
  }

  private static Optional<RowViolation> repeated(
      int line, List<String> claims, Map<String, Integer> first) {
    String text =
        claims.stream()
            .filter(claim -> first.putIfAbsent(claim, line) != null)
            .map(claim -> "%s is on line %d already.".formatted(claim, first.get(claim)))
            .collect(Collectors.joining(" "));
    return Optional.of(new RowViolation(line, text)).filter(_ -> !text.isEmpty());
  }
}
