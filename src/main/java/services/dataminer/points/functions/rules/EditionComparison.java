package services.dataminer.points.functions.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.RuleBook;

/// The editions of a rule book side by side: a column each, and a row for each figure.
///
/// @param earlier how many editions there are before the first column
/// @param rows in the order of a file
public record EditionComparison(int earlier, List<Column> columns, List<Row> rows) {

  /// An edition.
  ///
  /// @param edited whether the edition of the same id says something else in the rules in force
  public record Column(Edition edition, boolean edited) {}

  /// A figure in all editions.
  ///
  /// @param name as it is called in a file, such as `use-case.points`
  public record Row(String name, List<Cell> cells) {

    boolean isChanged() {
      return cells.stream().anyMatch(cell -> cell.was().isPresent());
    }
  }

  /// A figure in an edition.
  ///
  /// @param value empty where the edition does not have it
  /// @param was what the column before says, if it says something else
  public record Cell(Optional<String> value, Optional<String> was) {}

  /// Stands in the column before for a figure that it does not have.
  private static final String NOTHING = "nothing";

  /// @param inForce the rules in force
  /// @param most how many columns there may be; the last editions are shown
  public static EditionComparison of(RuleBook book, RuleBook inForce, int most) {
    int earlier = Math.max(0, book.editions().size() - most);
    List<Edition> shown = book.editions().subList(earlier, book.editions().size());
    List<SequencedMap<String, String>> figures = shown.stream().map(EditionFigures::of).toList();
    var names = new LinkedHashSet<String>();
    figures.forEach(edition -> names.addAll(edition.keySet()));
    return new EditionComparison(
        earlier,
        shown.stream().map(edition -> new Column(edition, isEdited(edition, inForce))).toList(),
        names.stream().map(name -> new Row(name, cells(name, figures))).toList());
  }

  /// The rows of figures that some edition changes.
  public List<Row> changed() {
    return rows.stream().filter(Row::isChanged).toList();
  }

  /// All other rows.
  public List<Row> unchanged() {
    return rows.stream().filter(row -> !row.isChanged()).toList();
  }

  private static List<Cell> cells(String name, List<SequencedMap<String, String>> figures) {
    var cells = new ArrayList<Cell>();
    Optional<String> before = Optional.empty();
    for (int i = 0; i < figures.size(); i++) {
      Optional<String> value = Optional.ofNullable(figures.get(i).get(name));
      boolean changed = i > 0 && !value.equals(before);
      cells.add(new Cell(value, changed ? Optional.of(before.orElse(NOTHING)) : Optional.empty()));
      before = value;
    }
    return cells;
  }

  /// The day on which an edition ends is that of the next, and no edit.
  private static boolean isEdited(Edition edition, RuleBook inForce) {
    return inForce.editions().stream()
        .filter(other -> other.id().equals(edition.id()))
        .anyMatch(
            other ->
                !other.from().equals(edition.from())
                    || !EditionFigures.of(other).equals(EditionFigures.of(edition)));
  }
}
