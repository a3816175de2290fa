package services.dataminer.points.functions.pages.imports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.RuleWords;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.platform.http.FieldViolation;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.program.award.ActivityState;

/// Enters the lines of a file, each as the form would that has the file's columns for fields. A
/// cell with several values has them separated by semicolons.
@Singleton
public class ImportLines {

  private static final String NEW = "new";
  private static final String EMAILS = "emails";

  /// A line waits for the table most of the time.
  private final WorkerPool workers = new WorkerPool(8);

  private final ApiCalls api;
  private final Members members;

  /// @param members of whom the check reads what the API shows nobody
  public ImportLines(ApiCalls api, Members members) {
    this.api = api;
    this.members = members;
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
              claims.note(line.number(), id, form, reply.body());
              change(form, texts, reply, request, visitor)
                  .map(what -> new Change(line.number(), id, what.startsWith(NEW), what))
                  .ifPresent(change -> changes.put(line.number(), change));
            });
    List<RowViolation> repeated = claims.repeated();
    repeated.forEach(line -> changes.remove(line.line()));
    List<RowViolation> problems =
        Stream.concat(refused.stream(), repeated.stream())
            .sorted(Comparator.comparing(RowViolation::line))
            .toList();
    int same = file.lines().size() - changes.size() - problems.size();
    int added = (int) changes.values().stream().filter(Change::created).count();
    return new ImportResult(
        0,
        added,
        changes.size() - added,
        same,
        List.copyOf(changes.values()),
        claims.sound(),
        problems);
  }

  /// Enters the lines of a file that was found sound, several at a time and so in no order. What
  /// the table refuses in spite of that, because something has changed since, keeps none of the
  /// others back. A line that is stored already is sent as well: where its entry was stored and
  /// what follows from that could not be queued, it is queued then.
  ///
  /// @param checked what [#check] found
  public ImportResult enter(
      EntryForm form, CsvFile file, ImportResult checked, Request request, Visitor visitor) {
    List<RowViolation> problems =
        each(form, file, (_, texts) -> api.asAdministrator(request, visitor, form.call(texts)));
    Set<Integer> refused = problems.stream().map(RowViolation::line).collect(Collectors.toSet());
    int entered =
        (int) checked.changes().stream().filter(done -> !refused.contains(done.line())).count();
    return new ImportResult(entered, 0, 0, 0, List.of(), List.of(), problems);
  }

  /// Works on the lines and their texts by field.
  ///
  /// @return what is wrong with those that were refused, in the order of the file
  private List<RowViolation> each(
      EntryForm form, CsvFile file, BiConsumer<CsvRow, Map<String, String>> work) {
    var problems = new ConcurrentSkipListMap<Integer, RowViolation>();
    workers.each(
        file.lines(),
        () -> false,
        line -> {
          try {
            work.accept(line, FormColumns.texts(form, file, line));
          } catch (ProblemException refused) {
            problems.put(line.number(), problem(form, file, line, refused.problem()));
          }
        });
    return List.copyOf(problems.values());
  }

  /// What a line would do; empty if nothing.
  private Optional<String> change(
      EntryForm form, Map<String, String> texts, ApiReply reply, Request request, Visitor visitor) {
    JsonNode then = reply.body();
    Optional<JsonNode> now =
        reply.isCreated() ? Optional.empty() : stored(form, then, request, visitor);
    if (now.isEmpty()) {
      return Optional.of(form.replaces() ? NEW : NEW + ": " + outcome(then));
    }
    Stream<String> fields =
        form.fields().stream()
            .map(FormField::name)
            .filter(name -> !FormJson.at(then, name).equals(FormJson.at(now.get(), name)));
    String changed = Stream.concat(fields, spelling(form, texts)).collect(Collectors.joining(", "));
    return Optional.of(changed).filter(what -> form.replaces() && !what.isEmpty());
  }

  /// An address reads the same however it is spelled, but the hash of its spelling is stored as
  /// well: some learning systems name people by it.
  private Stream<String> spelling(EntryForm form, Map<String, String> texts) {
    List<String> asEntered = texts.getOrDefault(EMAILS, "").lines().map(String::strip).toList();
    boolean isSpelled = form.what().equals("member") && !Member.hashesOf(asEntered).isEmpty();
    return isSpelled
        ? members.find(texts.get(EntryForm.ID)).stream()
            .filter(member -> !member.hasSpellings(asEntered))
            .map(_ -> "spelling of " + EMAILS)
        : Stream.empty();
  }

  /// What an award would come to by itself, such as `granted, 50 points`.
  private static String outcome(JsonNode activity) {
    String state = activity.path("state").asText();
    JsonNode decision = activity.path("decision");
    String more =
        state.equals(ActivityState.REFUSED.name())
            ? decision.path("reason").asText()
            : RuleWords.points(decision.path("total").asLong());
    return Formats.phrase(state).toLowerCase(Locale.ROOT) + ", " + more;
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
