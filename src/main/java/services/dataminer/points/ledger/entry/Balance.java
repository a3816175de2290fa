package services.dataminer.points.ledger.entry;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.table.Change;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A member's sums, kept so that they need not be added up: they equal the member's entries always.
///
/// @param version counts the writes; 0 where there is nothing yet
/// @param earned points of each membership year, by its first day
/// @param transferable points earned and neither on their way to DOJO nor there; may be negative
/// @param transferred points that reached DOJO
public record Balance(
    long version, SortedMap<LocalDate, Long> earned, long transferable, long transferred) {

  private static final String EARNED = "earned:";

  /// The attribute that holds a year's points.
  public static String earnedIn(LocalDate year) {
    return EARNED + year;
  }

  /// A change of a member's balance, whatever it changes: counted, and noticed by the night.
  public static Change touched(String memberId, Change change) {
    return Due.TRANSFER.of(memberId, change.add("version", 1));
  }

  /// Reads a balance; null is that of a member without any entry.
  public static Balance of(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> found = item == null ? Map.of() : item;
    var earned = new TreeMap<LocalDate, Long>();
    found.forEach(
        (name, value) -> {
          if (name.startsWith(EARNED)) {
            earned.put(LocalDate.parse(name.substring(EARNED.length())), Long.parseLong(value.n()));
          }
        });
    return new Balance(
        number(found, "version"),
        earned,
        number(found, "transferable"),
        number(found, "transferred"));
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? 0 : Long.parseLong(value.n());
  }

  /// Points of the membership year that begins on a day.
  public long earnedInYearFrom(LocalDate year) {
    return earned.getOrDefault(year, 0L);
  }
}
