package services.dataminer.points.functions.pages.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import services.dataminer.points.functions.pages.form.FieldKind.Lines;
import services.dataminer.points.platform.http.FieldViolation;
import services.dataminer.points.platform.http.Problem;

/// A form as it is shown: its fields with what was entered, and what the API said of each.
///
/// @param action where it is sent, a path of this site
/// @param problems what is wrong with no single field
/// @param buttons that send it, the first one the next step
public record FormView(String action, List<Row> rows, List<String> problems, List<Button> buttons) {

  /// The name under which the pressed button is sent.
  public static final String STEP = "step";

  /// A button that sends the form.
  public record Button(String step, String label) {

    /// The button of a form that has only one.
    public static List<Button> only(String label) {
      return List.of(new Button("SEND", label));
    }
  }

  /// A field with its text.
  ///
  /// @param errors sentences on what is wrong with it
  public record Row(FormField field, String text, List<String> errors) {

    /// The id of the control on the page.
    public String id() {
      return "field-" + field.name().replace('.', '-');
    }

    /// The ids of what describes the control; null where nothing does.
    public String describedBy() {
      String ids =
          (field.hint().isEmpty() ? "" : id() + "-hint ") + (isWrong() ? id() + "-error" : "");
      return ids.isEmpty() ? null : ids.strip();
    }

    public boolean isWrong() {
      return !errors.isEmpty();
    }
  }

  /// A form that nobody sent yet.
  public static FormView fresh(
      String action, List<FormField> fields, Map<String, String> texts, List<Button> buttons) {
    return of(action, fields, texts, Optional.empty(), buttons);
  }

  /// A form that was refused, as it was sent.
  public static FormView refused(
      String action,
      List<FormField> fields,
      Map<String, String> texts,
      Problem problem,
      List<Button> buttons) {
    return of(action, fields, texts, Optional.of(problem), buttons);
  }

  private static FormView of(
      String action,
      List<FormField> fields,
      Map<String, String> texts,
      Optional<Problem> problem,
      List<Button> buttons) {
    List<FieldViolation> violations = problem.map(Problem::errors).orElse(List.of());
    List<Row> rows =
        fields.stream()
            .map(
                field ->
                    new Row(
                        field,
                        texts.getOrDefault(field.name(), ""),
                        violations.stream()
                            .filter(violation -> field.covers(violation.field()))
                            .map(violation -> worded(sentence(field, texts, violation), fields))
                            .toList()))
            .toList();
    List<String> others =
        violations.stream()
            .filter(it -> fields.stream().noneMatch(field -> field.covers(it.field())))
            .map(it -> it.field() + " " + it.message() + ".")
            .toList();
    boolean only = violations.isEmpty() && problem.isPresent();
    return new FormView(action, rows, only ? List.of(problem.get().detail()) : others, buttons);
  }

  /// Whether anything is wrong.
  public boolean isRefused() {
    return !problems.isEmpty() || rows.stream().anyMatch(Row::isWrong);
  }

  /// What the API says of a field, in the words of the form: `emails[1] belongs to ...` is "Line 2
  /// belongs to ...".
  private static String sentence(
      FormField field, Map<String, String> texts, FieldViolation violation) {
    String rest = violation.field().substring(field.name().length());
    String subject = field.label();
    if (field.kind() instanceof Lines && rest.startsWith("[")) {
      int end = rest.indexOf(']');
      int entry = Integer.parseInt(rest.substring(1, end));
      subject =
          "Line %d of %s"
              .formatted(line(texts.getOrDefault(field.name(), ""), entry), field.label());
      rest = rest.substring(end + 1);
    }
    String part = rest.startsWith(".") ? ", " + rest.substring(1) + "," : "";
    String typed = texts.getOrDefault(field.name(), "");
    return subject + part + " " + field.kind().explained(violation.message(), typed) + ".";
  }

  /// A sentence with the labels of other fields in place of their names in the API, where these are
  /// no words: `must not be before startsOn` is "must not be before "First day"".
  private static String worded(String sentence, List<FormField> fields) {
    String worded = sentence;
    for (FormField field : fields) {
      if (!field.name().equals(field.name().toLowerCase(Locale.ROOT))) {
        worded =
            worded.replaceAll(
                "\\b" + field.name() + "\\b",
                Matcher.quoteReplacement("\"" + field.label() + "\""));
      }
    }
    return worded;
  }

  /// The number of the line that has an entry of a list: blank lines have none.
  private static int line(String text, int entry) {
    List<String> lines = text.lines().toList();
    return 1
        + IntStream.range(0, lines.size())
            .filter(i -> !lines.get(i).isBlank())
            .skip(entry)
            .findFirst()
            .orElse(entry);
  }
}
