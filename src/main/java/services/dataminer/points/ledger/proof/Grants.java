package services.dataminer.points.ledger.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.ActivityRecord.Granted;
import services.dataminer.points.ledger.activity.Earned;
import services.dataminer.points.ledger.activity.Part;
import services.dataminer.points.ledger.activity.StoredDecision;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.award.Arithmetic;

/// Holds a member's entries against what their activities granted.
final class Grants {

  private final Table table;

  Grants(Table table) {
    this.table = table;
  }

  /// The differences, as entries to be written.
  ///
  /// @param pointers whether activities that no entry tells of are looked at, too
  List<Correction> compare(Examined examined, boolean pointers, Instant recordedAt) {
    String memberId = examined.stored().memberId();
    var entered = examined.account().activities();
    var ids = new HashSet<>(entered.keySet());
    if (pointers) {
      ids.addAll(pointedAt(memberId));
    }
    var items = table.read(ids.stream().map(Keys::activity).toList());
    return ids.stream()
        .sorted()
        .map(id -> ActivityLedger.in(items, id, ActivityKind.MEETING))
        .flatMap(
            record ->
                correction(
                    memberId, record, Optional.ofNullable(entered.get(record.id())), recordedAt)
                    .stream())
        .toList();
  }

  /// Activities that the member took part in, whether entries tell of them or not.
  private Set<ActivityId> pointedAt(String memberId) {
    var ids = new HashSet<ActivityId>();
    table.beginningWith(Keys.memberPartition(memberId), Keys.PART).stream()
        .map(item -> Document.read(item, Part.class))
        .forEach(
            part -> {
              ids.add(part.activityId());
              part.showId()
                  .flatMap(show -> part.partnerId().map(p -> ActivityId.show(show, p)))
                  .ifPresent(ids::add);
            });
    return ids;
  }

  private static Optional<Correction> correction(
      String memberId, ActivityRecord record, Optional<Account.Total> entered, Instant recordedAt) {
    List<Granted> granted =
        record.granted().values().stream().filter(g -> g.memberId().equals(memberId)).toList();
    long should = granted.stream().mapToLong(Granted::points).sum();
    long is = entered.map(Account.Total::points).orElse(0L);
    if (should == is) {
      return Optional.empty();
    }
    Place place = place(record, granted, entered.map(Account.Total::sample));
    long revision = Math.max(record.version(), entered.map(Account.Total::lastRevision).orElse(0L));
    return Optional.of(
        new Correction(
            record.version(),
            new Entry(
                memberId,
                record.id(),
                revision + 1,
                should > is ? EntryKind.AWARD : EntryKind.REVERSAL,
                should - is,
                place.earned().at(),
                place.earned().earnedOn(),
                recordedAt,
                place.year(),
                record.decision().flatMap(StoredDecision::edition),
                "set right by a proof: the activity granted %s, the entries said %s"
                    .formatted(Arithmetic.points(should), Arithmetic.points(is)))));
  }

  /// Where an activity's points count.
  private record Place(Earned earned, LocalDate year) {}

  private static Place place(ActivityRecord record, List<Granted> granted, Optional<Entry> sample) {
    Earned earned =
        sample
            .map(entry -> new Earned(entry.at(), entry.earnedOn()))
            .or(record::earned)
            .orElseThrow();
    LocalDate year = sample.map(Entry::year).orElseGet(() -> granted.getFirst().year());
    return new Place(earned, year);
  }
}
