package services.dataminer.points.ledger.reconciliation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The nights that reconciled their part of the roster to its end, as far as they are remembered.
public record ReconciledNights(List<LocalDate> nights) {

  /// Where they are kept.
  public static final Key KEY = Roster.CURSOR;

  /// Those among items read.
  public static ReconciledNights in(Map<Key, Map<String, AttributeValue>> items) {
    return new ReconciledNights(
        Optional.ofNullable(items.get(KEY))
            .map(item -> Document.read(item, RosterCursor.class).nights())
            .orElse(List.of()));
  }

  /// The last of them; empty before the first.
  public Optional<LocalDate> last() {
    return nights.stream().max(Comparator.naturalOrder());
  }

  /// The nights among the last ones that are not among these, the latest first; none before the
  /// first of these.
  ///
  /// @param until the last night that ought to be over
  /// @param days how many nights are looked at
  public List<LocalDate> missed(LocalDate until, int days) {
    Optional<LocalDate> first = nights.stream().min(Comparator.naturalOrder());
    return until
        .minusDays(days - 1L)
        .datesUntil(until.plusDays(1))
        .filter(night -> first.filter(night::isAfter).isPresent())
        .filter(night -> !nights.contains(night))
        .sorted(Comparator.reverseOrder())
        .toList();
  }
}
