package services.dataminer.points.functions.pages.imports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import services.dataminer.points.application.run.WorkerPool;
import services.dataminer.points.functions.pages.form.ApiCalls;
import services.dataminer.points.functions.pages.form.ApiCalls.Call;
import services.dataminer.points.functions.pages.form.EntryForm;
import services.dataminer.points.functions.pages.form.FieldKind;
import services.dataminer.points.functions.pages.form.FormField;
import services.dataminer.points.functions.pages.form.FormJson;
import services.dataminer.points.functions.pages.imports.CsvFile.CsvRow;
import services.dataminer.points.functions.pages.imports.ImportResult.Change;
import services.dataminer.points.functions.pages.imports.ImportResult.RowViolation;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;

/// Enters the lines of a file, each as the form would that has the file's columns for fields. A
/// cell with several values has them separated by semicolons.
@Singleton
public class ImportLines {

  private static final String NEW = "new";

  /// Checks only read, and wait for the table most of the time.
  private final WorkerPool checking = new WorkerPool(8);

  /// People of one partner, entered at the same time, would be in each other's way: their
  /// transactions all ask whether the partner is there.
  private final WorkerPool entering = new WorkerPool(1);

  private final ApiCalls api;

  public ImportLines(ApiCalls api) {
    this.api = api;
  }

  /// Checks every line by the API's own checks, and tells what it would do. Nothing is stored.
  ///
  /// @throws ProblemException 422 if the columns are not fields of the form
  public ImportResult check(EntryForm form, CsvFile file, Request request, Visitor visitor) {
    checkColumns(form, file);
    var changes = new ConcurrentSkipListMap<Integer, Change>();
    Map<String, Integer> firstLines = firstLines(file);
    List<RowViolation> problems =
        each(
            file,
            checking,
            line -> {
              Map<String, String> texts = texts(form, file, line);
              String id = texts.getOrDefault(EntryForm.ID, "");
              int first = firstLines.getOrDefault(id, line.number());
              if (first != line.number()) {
                throw Problem.invalidField(EntryForm.ID, "is on line " + first + " already")
                    .asException();
              }
              change(form, texts, request, visitor)
                  .map(what -> new Change(line.number(), id, what))
                  .ifPresent(change -> changes.put(line.number(), change));
            });
    int same = file.lines().size() - changes.size() - problems.size();
    int added = (int) changes.values().stream().filter(change -> change.what().equals(NEW)).count();
    return new ImportResult(
        added, changes.size() - added, same, List.copyOf(changes.values()), problems);
  }

  /// Enters every line. One that is refused keeps none of the others back; entered again, a line
  /// changes nothing.
  ///
  /// @throws ProblemException 422 if the columns are not fields of the form
  public ImportResult enter(EntryForm form, CsvFile file, Request request, Visitor visitor) {
    checkColumns(form, file);
    List<RowViolation> problems =
        each(
            file,
            entering,
            line -> api.asAdministrator(request, visitor, form.call(texts(form, file, line))));
    int entered = file.lines().size() - problems.size();
    return new ImportResult(entered, 0, 0, List.of(), problems);
  }

  /// Works on the lines.
  ///
  /// @return what is wrong with those that were refused, in the order of the file
  private List<RowViolation> each(CsvFile file, WorkerPool workers, Consumer<CsvRow> work) {
    var problems = new ConcurrentSkipListMap<Integer, RowViolation>();
    workers.each(
        file.lines(),
        () -> false,
        line -> {
          try {
            work.accept(line);
          } catch (ProblemException refused) {
            problems.put(line.number(), problem(line, refused.problem()));
          }
        });
    return List.copyOf(problems.values());
  }

  /// The first line of each id, but for lines that have none or cannot be read.
  private static Map<String, Integer> firstLines(CsvFile file) {
    int column = file.columns().indexOf(EntryForm.ID);
    var firstLines = new HashMap<String, Integer>();
    for (CsvRow line : file.lines()) {
      List<String> cells = line.cells();
      String id = column < cells.size() ? cells.get(column) : "";
      if (cells.size() <= file.columns().size() && !id.isBlank()) {
        firstLines.putIfAbsent(id, line.number());
      }
    }
    return firstLines;
  }

  /// What a line would do; empty if nothing.
  private Optional<String> change(
      EntryForm form, Map<String, String> texts, Request request, Visitor visitor) {
    ApiCalls.ApiReply answer = api.answer(request, visitor, form.preview(texts));
    JsonNode then = answer.body();
    Optional<JsonNode> now =
        answer.isCreated() ? Optional.empty() : stored(form, then, request, visitor);
    if (now.isEmpty()) {
      return Optional.of(NEW);
    }
    String fields =
        form.fields().stream()
            .map(FormField::name)
            .filter(name -> !FormJson.at(then, name).equals(FormJson.at(now.get(), name)))
            .collect(Collectors.joining(", "));
    return Optional.of(fields).filter(changed -> form.replaces() && !changed.isEmpty());
  }

  private Optional<JsonNode> stored(
      EntryForm form, JsonNode then, Request request, Visitor visitor) {
    Map<String, String> id = Map.of(EntryForm.ID, then.path(EntryForm.ID).asText());
    Call reading =
        form.replaces()
            ? form.reading(id.get(EntryForm.ID))
            : Call.get("GET /v1/activities/{id}", id, Map.of());
    return api.find(request, visitor, reading);
  }

  /// What a line enters into the form's fields.
  private static Map<String, String> texts(EntryForm form, CsvFile file, CsvRow line) {
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

  /// @throws ProblemException 422 if a column is no field, stands twice, or the id has none
  private static void checkColumns(EntryForm form, CsvFile file) {
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

  private static ProblemException wrong(String message) {
    return Problem.invalidField("text", message).asException();
  }

  private static RowViolation problem(CsvRow line, Problem problem) {
    String text =
        problem.errors().isEmpty()
            ? problem.detail()
            : problem.errors().stream()
                .map(error -> error.field() + " " + error.message() + ".")
                .collect(Collectors.joining(" "));
    return new RowViolation(line.number(), text);
  }
}
