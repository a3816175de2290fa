package services.dataminer.points.functions.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.RuleBook;

/// A rule book for people to read: everything the first edition says, and what each later one
/// changes.
public final class EditionTable {

  private EditionTable() {}

  /// Lines of text, one figure each, in columns.
  public static List<String> of(RuleBook book) {
    var lines = new ArrayList<String>();
    List<Edition> editions = book.editions();
    for (int i = 0; i < editions.size(); i++) {
      Edition edition = editions.get(i);
      List<String> columns = i == 0 ? everything(edition) : changes(editions.get(i - 1), edition);
      if (i > 0) {
        lines.add("");
      }
      lines.add(title(edition));
      columns.forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private static String title(Edition edition) {
    String until = edition.until().map(day -> "until " + day).orElse("until further notice");
    return "edition %s, from %s %s".formatted(edition.id(), edition.from(), until);
  }

  private static List<String> everything(Edition edition) {
    return aligned(
        EditionFigures.of(edition).entrySet().stream()
            .map(figure -> new Row(figure.getKey(), figure.getValue()))
            .toList());
  }

  private static List<String> changes(Edition before, Edition after) {
    List<Row> rows =
        EditionFigures.changed(before, after).stream()
            .map(
                difference ->
                    new Row(
                        difference.name(),
                        difference.was().orElse("-") + " -> " + difference.is().orElse("-")))
            .toList();
    return rows.isEmpty() ? List.of("changes nothing") : aligned(rows);
  }

  private record Row(String name, String value) {}

  private static List<String> aligned(List<Row> rows) {
    int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(1);
    return rows.stream()
        .map(row -> String.format(Locale.ROOT, "%-" + width + "s  %s", row.name(), row.value()))
        .toList();
  }
}
