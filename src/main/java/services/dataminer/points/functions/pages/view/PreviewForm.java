package services.dataminer.points.functions.pages.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.functions.rules.InvalidRuleBook;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.functions.rules.Violation;
import services.dataminer.points.ledger.directory.MemberLists;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.platform.time.Rfc3339;
import services.dataminer.points.program.rules.RuleBook;

/// What an administrator wants to preview, as typed, and what is wrong with it.
///
/// @param rules the draft's text
/// @param day a day of everyone's membership year
/// @param lastAlone whether the draft's last edition counts for all days
/// @param after where a preview goes on that was interrupted
/// @param violations what keeps the text from being a rule book
/// @param wrongDay why the day cannot be one; empty if it can
public record PreviewForm(
    String rules,
    String day,
    boolean lastAlone,
    Optional<PageCursor> after,
    List<Violation> violations,
    Optional<String> wrongDay) {

  private static final String RULES = "rules";
  private static final String DAY = "day";
  private static final String EDITION = "edition";
  private static final String LAST = "last";
  private static final String AFTER = "after";

  /// How many violations are listed.
  private static final int MOST_LISTED = 50;

  /// Years in which a program can have members; a date of any other is a slip.
  private static final LocalDate FIRST = LocalDate.parse("2000-01-01");

  private static final LocalDate LAST_DAY = LocalDate.parse("2099-12-31");

  /// Nothing typed yet.
  public static PreviewForm blank(LocalDate today) {
    return new PreviewForm(
        "", today.toString(), true, Optional.empty(), List.of(), Optional.empty());
  }

  /// What was typed, and the rule book that its text is; empty if it is none.
  public record Read(PreviewForm form, Optional<RuleBook> book) {}

  /// Reads what was typed; a cursor that is none begins anew.
  public static Read read(Map<String, String> fields) {
    String text = fields.getOrDefault(RULES, "");
    String day = fields.getOrDefault(DAY, "").strip();
    boolean lastAlone = fields.getOrDefault(EDITION, LAST).equals(LAST);
    Optional<PageCursor> after =
        Optional.ofNullable(fields.get(AFTER)).flatMap(MemberLists::cursor);
    Optional<String> wrongDay =
        isDay(day)
            ? Optional.empty()
            : Optional.of("must be a date from 2000 to 2099, such as 2026-04-12");
    try {
      RuleBook book = RuleBookYaml.read(RULES, text);
      return new Read(
          new PreviewForm(text, day, lastAlone, after, List.of(), wrongDay), Optional.of(book));
    } catch (InvalidRuleBook invalid) {
      return new Read(
          new PreviewForm(text, day, lastAlone, after, invalid.violations(), wrongDay),
          Optional.empty());
    }
  }

  private static boolean isDay(String text) {
    return Rfc3339.date(text)
        .filter(day -> !day.isBefore(FIRST) && !day.isAfter(LAST_DAY))
        .isPresent();
  }

  /// What to assess by.
  public RuleBook draft(RuleBook book) {
    return lastAlone ? book.withLastEditionAlone() : book;
  }

  /// The day, where it is one.
  public LocalDate chosenDay() {
    return Rfc3339.date(day).orElseThrow();
  }

  /// Whether anything is wrong.
  public boolean isInvalid() {
    return !violations.isEmpty() || wrongDay.isPresent();
  }

  /// What is wrong with the text, as far as it is listed.
  public List<Violation> listed() {
    return violations.stream().limit(MOST_LISTED).toList();
  }

  /// How much more is wrong with it.
  public int unlisted() {
    return Math.max(0, violations.size() - MOST_LISTED);
  }
}
