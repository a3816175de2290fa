package services.dataminer.points.functions.member;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.ledger.entry.Entry;

/// Entries as a table for a spreadsheet (RFC 4180).
public final class EntryCsv {

  private static final String HEADER =
      "id,at,earnedOn,recordedAt,kind,points,activityId,reason\r\n";

  /// What spreadsheets take for the start of a formula.
  private static final String FORMULA = "=+-@\t\r";

  /// Without it, Excel reads UTF-8 as the letters of another encoding.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private EntryCsv() {}

  /// The table as a file that people open in a spreadsheet: programs read [#of].
  public static String forPeople(List<Entry> entries) {
    return BYTE_ORDER_MARK + of(entries);
  }

  /// @param entries in the order in which they are to stand
  public static String of(List<Entry> entries) {
    return entries.stream().map(EntryCsv::row).collect(Collectors.joining("", HEADER, ""));
  }

  private static String row(Entry entry) {
    return Stream.of(
            text(entry.id()),
            entry.at(),
            entry.earnedOn(),
            entry.recordedAt(),
            entry.kind(),
            // A number of ours, and no text of someone else's: its minus is meant.
            entry.points(),
            text(entry.activityId().value()),
            text(entry.reason()))
        .map(Object::toString)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /// A text that no spreadsheet takes for a formula, in quotes where it needs them.
  private static String text(String text) {
    String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quotes = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quotes ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
  }
}
