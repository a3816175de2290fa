package services.dataminer.points.ledger.entry;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
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
  private static final String SIGNED_UP_ON = "signedUpOn";
  private static final String ERASED = "erased";

  /// Holds as long as the member was not erased.
  public static final Condition NOT_ERASED =
      new Condition("attribute_not_exists(#erased)", Map.of("#erased", ERASED), null);

  /// Holds as long as there is nothing to transfer.
  public static final Condition NOTHING_TRANSFERABLE =
      new Condition(
          "#transferable <= :nothing",
          Map.of("#transferable", "transferable"),
          Map.of(":nothing", AttributeValue.fromN("0")));

  /// The attribute that holds a year's points.
  public static String earnedIn(LocalDate year) {
    return EARNED + year;
  }

  /// Keeps that a member was erased where every award passes, so that none is written that was
  /// assessed while the directory knew the person's address.
  public static Change erased(String memberId) {
    return touched(memberId, new Change().set(ERASED, AttributeValue.fromBool(true)));
  }

  /// A change of a member's balance, whatever it changes: counted, and noticed by the night.
  public static Change touched(String memberId, Change change) {
    return Due.TRANSFER.of(memberId, change.add("version", 1));
  }

  /// Keeps a sign-up date that was corrected where every entry passes, so that none is written by
  /// the date before. Holds only as long as there is no entry.
  public static Change redated(LocalDate signedUpOn) {
    return new Change()
        .set(SIGNED_UP_ON, AttributeValue.fromS(signedUpOn.toString()))
        .onlyIf(
            new Condition("attribute_not_exists(#version)", Map.of("#version", "version"), null));
  }

  /// Holds as long as the sign-up was not corrected to another date.
  public static Condition signedUpOn(LocalDate date) {
    return new Condition(
        "attribute_not_exists(#signedUpOn) OR #signedUpOn = :signedUpOn",
        Map.of("#signedUpOn", SIGNED_UP_ON),
        Map.of(":signedUpOn", AttributeValue.fromS(date.toString())));
  }

  /// The date to which a sign-up was corrected, if it ever was.
  public static Optional<LocalDate> correctedSignUp(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item)
        .map(found -> found.get(SIGNED_UP_ON))
        .map(date -> LocalDate.parse(date.s()));
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

  /// Whether there are entries, which count by the sign-up date.
  public boolean isWritten() {
    return version > 0;
  }

  /// Points of the membership year that begins on a day.
  public long earnedInYearFrom(LocalDate year) {
    return earned.getOrDefault(year, 0L);
  }
}
