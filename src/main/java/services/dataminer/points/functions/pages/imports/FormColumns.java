package services.dataminer.points.functions.pages.imports;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import services.dataminer.points.functions.pages.form.EntryForm;
import services.dataminer.points.functions.pages.form.FieldKind;
import services.dataminer.points.functions.pages.form.FormField;
import services.dataminer.points.functions.pages.imports.CsvFile.CsvRow;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;

/// A file's columns as fields of a form.
final class FormColumns {

  private FormColumns() {}

  /// @throws ProblemException 422 if a column is no field, stands twice, or the id has none
  static void check(EntryForm form, CsvFile file) {
    List<String> known = form.fields().stream().map(FormField::name).toList();
    if (file.columns().size() == 1 && file.columns().getFirst().contains(";")) {
      throw wrong("separates its columns by semicolons: save it with commas");
    }
    var seen = new HashSet<String>();
    for (String column : file.columns()) {
      if (!known.contains(column)) {
        throw wrong(
            "has the column \"%s\", which is none of %s"
                .formatted(column, String.join(", ", known)));
      }
      if (!seen.add(column)) {
        throw wrong("has the column \"%s\" twice".formatted(column));
      }
    }
    if (!seen.contains(EntryForm.ID)) {
      throw wrong("has no column \"" + EntryForm.ID + "\"");
    }
  }

  /// What a line enters into the form's fields.
  static Map<String, String> texts(EntryForm form, CsvFile file, CsvRow line) {
    if (line.cells().size() > file.columns().size()) {
      throw Problem.invalidRequest(
              "It has %d cells, the header %d."
                  .formatted(line.cells().size(), file.columns().size()))
          .asException();
    }
    Map<String, String> texts = new LinkedHashMap<>(form.importDefaults());
    for (int i = 0; i < line.cells().size(); i++) {
      FormField field = field(form, file.columns().get(i));
      String cell = line.cells().get(i);
      if (cell.isBlank()) {
        // As good as no column: left out, so a flag has its default.
        continue;
      }
      texts.put(
          field.name(),
          switch (field.kind()) {
            case FieldKind.Lines _ -> cell.replace(';', '\n');
            case FieldKind.Flag flag -> flag.worded(cell);
            default -> cell;
          });
    }
    return texts;
  }

  private static FormField field(EntryForm form, String column) {
    return form.fields().stream()
        .filter(field -> field.name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("unchecked column " + column));
  }

  private static ProblemException wrong(String message) {
    return Problem.invalidField("text", message).asException();
  }
}
