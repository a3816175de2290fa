package services.dataminer.points.ledger.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Earned;
import services.dataminer.points.ledger.activity.Posted.Granted;
import services.dataminer.points.ledger.activity.StoredDecision;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.ledger.reconciliation.EntryTotals.Moved;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.award.Arithmetic;

/// Holds a member's entries against what their activities granted. Nothing else in a reconciliation
/// reads activities.
final class GrantComparison {

  private final Activities activities;

  GrantComparison(Activities activities) {
    this.activities = activities;
  }

  /// The differences, as entries to be written.
  ///
  /// @param more activities to be compared, whether the entries that were read name them or not
  List<Correction> compare(CheckedBalance checked, Set<ActivityId> more, Instant recordedAt) {
    var ids = new HashSet<>(checked.account().activities());
    ids.addAll(more);
    var known =
        activities.all(ids).stream()
            .collect(Collectors.toMap(ActivityRecord::id, Function.identity()));
    return ids.stream()
        .sorted()
        .map(id -> known.getOrDefault(id, ActivityRecord.unknown(id, ActivityKind.MEETING)))
        .map(record -> new Comparison(checked, record, recordedAt).correction())
        .filter(correction -> !correction.entries().isEmpty())
        .toList();
  }

  /// One activity beside the entries that a member has of it. They are compared year by year: what
  /// was reversed whole and earned anew may count in another year than before.
  private static final class Comparison {
    private final CheckedBalance checked;
    private final ActivityRecord record;
    private final Instant recordedAt;
    private final Map<LocalDate, Long> granted;
    private final SortedMap<LocalDate, Moved> entered;

    Comparison(CheckedBalance checked, ActivityRecord record, Instant recordedAt) {
      this.checked = checked;
      this.record = record;
      this.recordedAt = recordedAt;
      String memberId = checked.stored().memberId();
      granted =
          record.granted().values().stream()
              .filter(share -> share.memberId().equals(memberId))
              .collect(
                  Collectors.groupingBy(Granted::year, Collectors.summingLong(Granted::points)));
      entered = checked.account().of(record.id());
    }

    Correction correction() {
      long last =
          entered.values().stream().mapToLong(moved -> moved.latest().revision()).max().orElse(0);
      long revision = Math.max(record.version(), last) + 1;
      var years = new TreeSet<>(granted.keySet());
      years.addAll(entered.keySet());
      List<Entry> entries =
          years.stream()
              .filter(checked::hasRead)
              .filter(year -> should(year) != is(year))
              .map(year -> entry(year, revision))
              .toList();
      return new Correction(record.id(), record.version(), revision, entries);
    }

    private long should(LocalDate year) {
      return granted.getOrDefault(year, 0L);
    }

    private long is(LocalDate year) {
      return Optional.ofNullable(entered.get(year)).map(Moved::points).orElse(0L);
    }

    /// Counts where the other entries count or, where there is none, where the activity does.
    private Entry entry(LocalDate year, long revision) {
      long should = should(year);
      long is = is(year);
      Earned earned =
          Optional.ofNullable(entered.get(year))
              .map(moved -> new Earned(moved.latest().at(), moved.latest().earnedOn()))
              .or(record::earned)
              .orElseThrow();
      return new Entry(
          checked.stored().memberId(),
          record.id(),
          revision,
          should > is ? EntryKind.AWARD : EntryKind.REVERSAL,
          should - is,
          earned.at(),
          earned.earnedOn(),
          recordedAt,
          year,
          record.decision().flatMap(StoredDecision::edition),
          "Corrected by reconciliation: the activity granted %s, its entries added up to %s"
              .formatted(Arithmetic.points(should), Arithmetic.points(is)));
    }
  }
}
