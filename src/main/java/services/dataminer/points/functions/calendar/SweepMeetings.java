package services.dataminer.points.functions.calendar;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.platform.queue.MeetingMessage;
import services.dataminer.points.platform.queue.QueueName;
import services.dataminer.points.platform.queue.Queues;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.award.ActivityState;

/// Reports the end of every booked meeting whose booked end has passed: calendars report it once,
/// and often not at all. The report goes to the meeting's queue like any other fact.
@Singleton
public class SweepMeetings {

  private static final int BATCH = 100;

  private final Table table;
  private final DueWork due;
  private final Queues queues;

  public SweepMeetings(Table table, DueWork due, Queues queues) {
    this.table = table;
    this.due = due;
    this.queues = queues;
  }

  /// @param scheduledAt the run's own time, the only clock
  public Swept sweep(Instant scheduledAt) {
    List<Key> hints = due.by(Due.END, scheduledAt);
    int ended = 0;
    for (int from = 0; from < hints.size(); from += BATCH) {
      ended += sweep(hints.subList(from, Math.min(from + BATCH, hints.size())), scheduledAt);
    }
    return new Swept(ended);
  }

  private int sweep(List<Key> hints, Instant scheduledAt) {
    List<ActivityRecord> over =
        table.read(hints).values().stream()
            .filter(item -> item.containsKey("due"))
            .map(item -> Document.read(item, ActivityRecord.class))
            .filter(record -> isOver(record, scheduledAt))
            .toList();
    reports(over).forEach(queues::sendAll);
    // Taken off the index only once the report is on its queue, so that none is lost. Whoever works
    // on the report may be quicker and has then done it, with the meeting itself; who changes the
    // meeting otherwise leaves it on the index, and it is reported once more, which changes
    // nothing.
    over.forEach(this::takeOffIndex);
    return over.size();
  }

  private static boolean isOver(ActivityRecord record, Instant scheduledAt) {
    boolean booked = record.decision().filter(d -> d.state() == ActivityState.BOOKED).isPresent();
    return booked
        && record
            .meeting()
            .booking()
            .filter(booking -> !booking.endsAt().isAfter(scheduledAt))
            .isPresent();
  }

  private static Map<QueueName, List<MeetingMessage>> reports(List<ActivityRecord> over) {
    var reports = new EnumMap<QueueName, List<MeetingMessage>>(QueueName.class);
    for (ActivityRecord record : over) {
      Booking booking = record.meeting().booking().orElseThrow();
      reports
          .computeIfAbsent(QueueName.forMeeting(booking.place()), _ -> new ArrayList<>())
          .add(MeetingMessage.of(record.id(), List.of(new MeetingFact.Ended(booking.endsAt()))));
    }
    return reports;
  }

  private void takeOffIndex(ActivityRecord record) {
    table.change(
        Keys.activity(record.id()),
        new Change()
            .remove("due")
            .remove("dueAt")
            .onlyIf(
                new Condition(
                    "#version = :expected AND attribute_exists(#due)",
                    Map.of("#version", "version", "#due", "due"),
                    Condition.version(record.version()).values())));
  }
}
