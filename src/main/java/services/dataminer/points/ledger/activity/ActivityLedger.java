package services.dataminer.points.ledger.activity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import services.dataminer.points.ledger.activity.Posted.Granted;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The one rule of the ledger: what is written is the difference between what an activity's
/// decision gives and what was granted before, together with the decision itself.
@Singleton
public class ActivityLedger {

  private final Table table;

  public ActivityLedger(Table table) {
    this.table = table;
  }

  /// An activity of a kind that never has many people, among items read; the others are read by
  /// [Activities].
  public static ActivityRecord in(
      Map<Key, Map<String, AttributeValue>> items, ActivityId id, ActivityKind kind) {
    return Optional.ofNullable(items.get(Keys.activity(id)))
        .map(item -> ActivityItems.read(item, Map.of()))
        .orElseGet(() -> ActivityRecord.unknown(id, kind));
  }

  /// Writes a decided activity and all that follows from it: usually one transaction; where it
  /// concerns more people than one holds, several. After each of them the record says how far it
  /// got, so that the next attempt continues where this one ended.
  ///
  /// @param before the activity as read
  /// @param decided the same activity, decided
  /// @param dependencies all that it lacks
  /// @param recordedAt when we learned of what was decided
  /// @param along what else the first transaction writes
  /// @return whether anything was written; a duplicate writes nothing
  /// @throws services.dataminer.points.ledger.table.Conflict if someone else wrote it meanwhile, or
  ///   what was missing appeared
  public boolean write(
      ActivityRecord before,
      ActivityRecord decided,
      List<Dependency> dependencies,
      Instant recordedAt,
      LedgerWrite along) {
    Optional<ActivityRecord> written = writeSteps(before, decided, dependencies, recordedAt, along);
    written.ifPresent(last -> DecisionLog.written(before, last));
    return written.isPresent();
  }

  /// @return the activity as written last; empty if nothing was written
  private Optional<ActivityRecord> writeSteps(
      ActivityRecord before,
      ActivityRecord decided,
      List<Dependency> dependencies,
      Instant recordedAt,
      LedgerWrite along) {
    ActivityRecord stored = before;
    ActivityRecord current = decided.replacing(before, recordedAt);
    int chunks = ActivityItems.chunks(decided);
    boolean pending = !current.equals(before);
    boolean written = false;
    while (true) {
      Transaction others = table.transaction();
      if (!written) {
        along.addTo(others);
      }
      boolean renewed = !Expiry.of(stored).equals(Expiry.of(current));
      Step step = new Step(current, Transaction.LIMIT - 1 - chunks - others.size(), renewed);
      ActivityRecord next = step.fill(dependencies, recordedAt);
      if (!pending && step.isEmpty() && others.size() == 0) {
        return written ? Optional.of(stored) : Optional.empty();
      }
      Transaction transaction = table.transaction();
      ActivityItems.write(transaction, stored, next);
      try {
        table.write(transaction.addAll(others).addAll(step.writes));
      } catch (Conflict e) {
        current = redated(before, current).orElseThrow(() -> e);
        continue;
      }
      stored = next;
      current = next;
      pending = false;
      written = true;
    }
  }

  /// An activity with the sign-up dates to which some were corrected since they were looked up.
  ///
  /// @return empty if there are none, or the assessment was the first and looks everyone up again;
  ///   a show has its people from its meetings
  private Optional<ActivityRecord> redated(ActivityRecord before, ActivityRecord record) {
    if (before.version() == 0 && record.kind() != ActivityKind.SHOW) {
      return Optional.empty();
    }
    var members = record.people().values().stream().flatMap(person -> person.memberId().stream());
    var balances = table.read(members.map(Keys::balance).toList());
    var people = new TreeMap<>(record.people());
    people.replaceAll(
        (_, person) ->
            person
                .memberId()
                .flatMap(id -> Balance.correctedSignUp(balances.get(Keys.balance(id))))
                .map(person::signedUpOn)
                .orElse(person));
    return Optional.of(people)
        .filter(now -> !now.equals(record.people()))
        .map(now -> record.withFacts(record.facts(), now));
  }

  /// Writes an activity about which only the words changed, and nothing is to be posted.
  ///
  /// @throws services.dataminer.points.ledger.table.Conflict if someone else wrote it meanwhile
  public void rewrite(ActivityRecord before, ActivityRecord after) {
    Transaction transaction = table.transaction();
    ActivityRecord next = after.withPosted(before.version() + 1, after.posted());
    ActivityItems.write(transaction, before, next);
    table.write(transaction);
  }

  /// What one transaction does about a decision, as much as fits.
  private final class Step {
    private final ActivityRecord record;
    private final int room;
    private final boolean renewed;
    private final Transaction writes = table.transaction();

    /// @param renewed whether all that belongs to the activity is from now on kept for another time
    Step(ActivityRecord record, int room, boolean renewed) {
      this.record = record;
      this.room = room;
      this.renewed = renewed;
    }

    boolean isEmpty() {
      return writes.size() == 0;
    }

    private boolean fits(int items) {
      return writes.size() + items <= room;
    }

    ActivityRecord fill(List<Dependency> dependencies, Instant recordedAt) {
      var granted = new TreeMap<>(record.granted());
      List<Posting> due = Posting.due(record);
      boolean posted = false;
      for (Posting posting : due) {
        if (fits(2)) {
          posting.writeTo(writes, record, recordedAt);
          granted.putAll(posting.granted());
          posted = true;
        }
      }
      Optional<Earned> earned = posted ? Optional.of(Posting.earned(record)) : record.earned();
      var pointers = writePointers(granted, due);
      var waiting = writeDependencies(dependencies, recordedAt);
      return record.withPosted(
          record.version() + 1, new Posted(earned, granted, pointers, waiting));
    }

    /// Members without an entry find the activity by a pointer.
    private TreeSet<String> writePointers(Map<String, Granted> granted, List<Posting> due) {
      var members = granted.values().stream().map(Granted::memberId).collect(Collectors.toSet());
      due.forEach(posting -> members.add(posting.memberId()));
      var pointers = new TreeSet<>(record.pointers());
      record.people().values().stream()
          .filter(person -> record.concerns(person) || person.hasAddress())
          .flatMap(person -> person.memberId().stream())
          .filter(member -> !members.contains(member))
          .filter(member -> renewed || !pointers.contains(member))
          .distinct()
          .filter(_ -> fits(2))
          .forEach(
              member -> {
                if (Participant.anyNames(record.people().values(), member)) {
                  writes.check(Keys.balance(member), Balance.NOT_ERASED);
                }
                writes.put(
                    Keys.part(member, record.id()),
                    expiring(Participation.of(record)),
                    Condition.NONE);
                pointers.add(member);
              });
      return pointers;
    }

    private Map<String, AttributeValue> expiring(Object document) {
      var item = Document.of(document);
      item.putAll(Expiry.attributes(Expiry.of(record)));
      return item;
    }

    private TreeSet<String> writeDependencies(List<Dependency> dependencies, Instant since) {
      var waiting = new TreeSet<>(record.waiting());
      for (Dependency dependency : dependencies) {
        if ((renewed || !waiting.contains(dependency.missing().pk())) && fits(2)) {
          dependency
              .stillMissing()
              .ifPresent(condition -> writes.check(dependency.missing(), condition));
          writes.put(
              Keys.waiting(dependency.missing(), record.id()),
              expiring(
                  new BlockedActivity(
                      record.id(), record.kind(), dependency.person(), Optional.of(since))),
              Condition.NONE);
          waiting.add(dependency.missing().pk());
        }
      }
      var missing = dependencies.stream().map(dependency -> dependency.missing().pk()).toList();
      for (String found : record.waiting()) {
        if (!missing.contains(found) && fits(1)) {
          writes.delete(Keys.waiting(new Key(found, found), record.id()));
          waiting.remove(found);
        }
      }
      return waiting;
    }
  }
}
