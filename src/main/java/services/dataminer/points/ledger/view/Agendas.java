package services.dataminer.points.ledger.view;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.directory.MissingCourses;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.reconciliation.Drift;
import services.dataminer.points.ledger.reconciliation.ReconciledNights;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.view.Agenda.Refusal;
import services.dataminer.points.ledger.view.Agenda.Some;
import services.dataminer.points.ledger.view.Agenda.Unclaimed;
import services.dataminer.points.program.award.ActivityState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Finds what needs a person: one read of each shard of the index, one of the list of what the
/// catalogue lacks, and one batch of everything found.
@Singleton
public class Agendas {

  /// How many days back refusals and drift are read.
  public static final int DAYS = 7;

  /// Together with the nights, no more than one batch read takes.
  private static final int TRANSFERS = 20;

  private static final int REFUSALS = 36;
  private static final int UNCLAIMED = 28;
  private static final int DRIFTS = 15;
  private static final int MISSING = 20;

  private final Table table;
  private final DueWork due;
  private final MissingCourses missing;

  public Agendas(Table table, DueWork due, MissingCourses missing) {
    this.table = table;
    this.due = due;
    this.missing = missing;
  }

  /// What needs a person at a moment.
  public Agenda read(Instant now) {
    DueWork.Some transfers = due.longest(Due.TRANSFER, TRANSFERS);
    Instant from = now.minus(Duration.ofDays(DAYS));
    DueWork.Some refused = due.latest(Due.REFUSED, from, REFUSALS);
    DueWork.Some drifts = due.latest(Due.DRIFT, from, DRIFTS);
    DueWork.Some unclaimed = due.latest(Due.UNCLAIMED, Instant.EPOCH, UNCLAIMED);
    var heard = missing.first(MISSING);
    var keys = new ArrayList<Key>(List.of(ReconciledNights.KEY));
    keys.addAll(transfers.keys());
    keys.addAll(refused.keys());
    keys.addAll(unclaimed.keys());
    keys.addAll(drifts.keys());
    var reading = new Reading(table.read(keys));
    return new Agenda(
        reading.of(transfers, Agendas::transfer),
        reading.of(unclaimed, Agendas::unclaimed),
        new Some<>(heard.stream().limit(MISSING).toList(), heard.size() > MISSING),
        reading.of(refused, Agendas::refusal),
        reading.of(drifts, item -> Optional.of(Drift.in(item))),
        ReconciledNights.in(reading.items),
        reading.unreadable);
  }

  /// Reads what is there. The index is a hint, so some of it may be otherwise by now.
  private static final class Reading {
    private final Map<Key, Map<String, AttributeValue>> items;
    private int unreadable;

    Reading(Map<Key, Map<String, AttributeValue>> items) {
      this.items = items;
    }

    <T> Some<T> of(DueWork.Some hints, Function<Map<String, AttributeValue>, Optional<T>> reader) {
      var read = new ArrayList<T>();
      for (Key key : hints.keys()) {
        try {
          Optional.ofNullable(items.get(key)).flatMap(reader).ifPresent(read::add);
        } catch (RuntimeException _) {
          unreadable++;
        }
      }
      return new Some<>(read, hints.more());
    }
  }

  private static Optional<Transfer> transfer(Map<String, AttributeValue> item) {
    return Optional.of(Document.read(item, Transfer.class)).filter(Transfer::isOpen);
  }

  private static Optional<Unclaimed> unclaimed(Map<String, AttributeValue> item) {
    ActivityRecord record = Activities.head(item);
    return Optional.of(record)
        .filter(_ -> Due.UNCLAIMED.marks(item))
        .map(
            _ ->
                new Unclaimed(
                    record.id(),
                    record.kind(),
                    occurredAt(record),
                    record.unclaimed().stream()
                        .flatMap(person -> person.address().stream())
                        .map(address -> address.value())
                        .toList()));
  }

  private static Optional<Refusal> refusal(Map<String, AttributeValue> item) {
    ActivityRecord record = Activities.head(item);
    return record
        .decision()
        .filter(decision -> decision.state() == ActivityState.REFUSED)
        .map(
            decision ->
                new Refusal(record.id(), record.kind(), occurredAt(record), decision.reason()));
  }

  private static Optional<Instant> occurredAt(ActivityRecord record) {
    return record
        .occurredAt()
        .or(() -> record.decision().flatMap(decision -> decision.award()).map(award -> award.at()));
  }
}
