package services.dataminer.points.functions.pages.imports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.application.run.WorkerPool;
import services.dataminer.points.functions.pages.form.ApiCalls;
import services.dataminer.points.functions.pages.form.ApiCalls.ApiReply;
import services.dataminer.points.functions.pages.form.ApiCalls.Call;
import services.dataminer.points.functions.pages.form.EntryForm;
import services.dataminer.points.functions.pages.form.FormField;
import services.dataminer.points.functions.pages.form.FormJson;
import services.dataminer.points.functions.pages.imports.CsvFile.CsvRow;
import services.dataminer.points.functions.pages.imports.ImportResult.Change;
import services.dataminer.points.functions.pages.imports.ImportResult.RowViolation;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.FieldViolation;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;

/// Enters the lines of a file, each as the form would that has the file's columns for fields. A
/// cell with several values has them separated by semicolons.
@Singleton
public class ImportLines {

  private static final String NEW = "new";

  /// A line waits for the table most of the time.
  private final WorkerPool workers = new WorkerPool(8);

  private final ApiCalls api;

  public ImportLines(ApiCalls api) {
    this.api = api;
  }

  /// Checks every line by the API's own checks, and the lines against each other, and tells what
  /// they would do. Nothing is stored.
  ///
  /// @throws ProblemException 422 if the columns are not fields of the form
  public ImportResult check(EntryForm form, CsvFile file, Request request, Visitor visitor) {
    FormColumns.check(form, file);
    var changes = new ConcurrentSkipListMap<Integer, Change>();
    var claims = new RowClaims();
    List<RowViolation> refused =
        each(
            form,
            file,
            (line, texts) -> {
              String id = texts.getOrDefault(EntryForm.ID, "");
              ApiReply reply = api.answer(request, visitor, form.preview(texts));
              List<String> claimed = claims.note(line.number(), id, form, reply.body());
              change(form, reply, request, visitor)
                  .map(what -> new Change(line.number(), id, what, claimed))
                  .ifPresent(change -> changes.put(line.number(), change));
            });
    List<RowViolation> repeated = claims.repeated();
    repeated.forEach(line -> changes.remove(line.line()));
    return result(file, List.copyOf(changes.values()), refused, repeated);
  }

  private static ImportResult result(
      CsvFile file, List<Change> changes, List<RowViolation> refused, List<RowViolation> repeated) {
    List<RowViolation> problems =
        Stream.concat(refused.stream(), repeated.stream())
            .sorted(Comparator.comparing(RowViolation::line))
            .toList();
    int same = file.lines().size() - changes.size() - problems.size();
    int added = (int) changes.stream().filter(change -> change.what().equals(NEW)).count();
    return new ImportResult(added, changes.size() - added, same, changes, problems);
  }

  /// Enters the lines, several at a time and so in no order; of those with the same id, the first.
  /// One that is refused keeps none of the others back; entered again, a line changes nothing.
  ///
  /// @throws ProblemException 422 if the columns are not fields of the form
  public ImportResult enter(EntryForm form, CsvFile file, Request request, Visitor visitor) {
    FormColumns.check(form, file);
    List<RowViolation> problems =
        each(form, file, (_, texts) -> api.asAdministrator(request, visitor, form.call(texts)));
    int entered = file.lines().size() - problems.size();
    return new ImportResult(entered, 0, 0, List.of(), problems);
  }

  /// Works on the lines and their texts by field, but refuses those with the id of an earlier one.
  ///
  /// @return what is wrong with those that were refused, in the order of the file
  private List<RowViolation> each(
      EntryForm form, CsvFile file, BiConsumer<CsvRow, Map<String, String>> work) {
    var problems = new ConcurrentSkipListMap<Integer, RowViolation>();
    Map<String, Integer> firstLines = firstLines(file);
    workers.each(
        file.lines(),
        () -> false,
        line -> {
          try {
            Map<String, String> texts = FormColumns.texts(form, file, line);
            String id = texts.getOrDefault(EntryForm.ID, "");
            int first = firstLines.getOrDefault(id, line.number());
            if (first != line.number()) {
              throw Problem.invalidField(EntryForm.ID, id + " " + RowClaims.isOnLine(first))
                  .asException();
            }
            work.accept(line, texts);
          } catch (ProblemException refused) {
            problems.put(line.number(), problem(form, file, line, refused.problem()));
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
      EntryForm form, ApiReply reply, Request request, Visitor visitor) {
    JsonNode then = reply.body();
    Optional<JsonNode> now =
        reply.isCreated() ? Optional.empty() : stored(form, then, request, visitor);
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

  private static RowViolation problem(EntryForm form, CsvFile file, CsvRow line, Problem problem) {
    String text =
        problem.errors().isEmpty()
            ? problem.detail()
            : problem.errors().stream()
                .map(error -> sentence(form, FormColumns.texts(form, file, line), error))
                .collect(Collectors.joining(" "));
    return new RowViolation(line.number(), text);
  }

  private static String sentence(
      EntryForm form, Map<String, String> texts, FieldViolation violation) {
    String message =
        form.fields().stream()
            .filter(field -> field.name().equals(violation.field()))
            .map(
                field ->
                    field
                        .kind()
                        .explained(violation.message(), texts.getOrDefault(field.name(), "")))
            .findFirst()
            .orElse(violation.message());
    return violation.field() + " " + message + ".";
  }
}
