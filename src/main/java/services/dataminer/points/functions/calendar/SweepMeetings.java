package services.dataminer.points.functions.calendar;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.run.WorkerPool;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.platform.log.FailureText;
import services.dataminer.points.program.award.ActivityState;

/// Reports the end of every booked meeting whose booked end has passed: calendars report it once,
/// and often not at all. The report goes to the meeting's queue like any other fact, together with
/// the calendar's own record where that can be read. A meeting that something is wrong with stops
/// no other.
@Singleton
public class SweepMeetings {

  private static final Logger LOG = Logger.getLogger(SweepMeetings.class);
  private static final int BATCH = 100;

  /// How many records are asked for at a time.
  private static final int AT_A_TIME = 4;

  private final Table table;
  private final Activities activities;
  private final DueWork due;
  private final MessageQueues queues;
  private final EndedBookings records;
  private final WorkerPool crew = new WorkerPool(AT_A_TIME);

  public SweepMeetings(Table table, DueWork due, MessageQueues queues, EndedBookings records) {
    this.table = table;
    this.activities = new Activities(table);
    this.due = due;
    this.queues = queues;
    this.records = records;
  }

  /// @param scheduledAt the run's own time, the only clock
  /// @param time how long records may be asked for; ends are reported without them, too
  /// @return what this run changed
  /// @throws IllegalStateException if something went wrong with some meetings; all others are done
  public SweptMeetings sweep(Instant scheduledAt, TimeBudget time) {
    List<Key> hints = due.by(Due.END, scheduledAt);
    EndedBookings.Reading reading = records.begin(time);
    Set<String> failed = new ConcurrentSkipListSet<>();
    int ended = 0;
    for (int from = 0; from < hints.size(); from += BATCH) {
      List<Key> batch = hints.subList(from, Math.min(from + BATCH, hints.size()));
      Collection<SweptMeeting> over = over(batch, scheduledAt, reading, failed);
      ended += (int) report(over, failed).stream().filter(SweptMeeting::ends).count();
    }
    reading.end();
    if (!failed.isEmpty()) {
      throw new IllegalStateException(
          "swept %d; something is wrong with, and still due: %s".formatted(ended, failed));
    }
    return new SweptMeetings(ended);
  }

  private Collection<SweptMeeting> over(
      List<Key> hints, Instant scheduledAt, EndedBookings.Reading reading, Set<String> failed) {
    List<ActivityRecord> booked =
        activities.readable(hints, Due.END::marks, (key, fault) -> note(key.pk(), fault, failed));
    Queue<SweptMeeting> over = new ConcurrentLinkedQueue<>();
    crew.each(
        booked,
        () -> false,
        record -> {
          try {
            if (isOver(record, scheduledAt)) {
              over.add(SweptMeeting.of(record, reading.of(record.meeting()), scheduledAt));
            }
          } catch (RuntimeException e) {
            note(record.id().value(), e, failed);
          }
        });
    return over;
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

  /// @return those that are on their queue
  private List<SweptMeeting> report(Collection<SweptMeeting> over, Set<String> failed) {
    Map<QueueName, List<SweptMeeting>> byQueue =
        over.stream()
            .filter(meeting -> !meeting.facts().isEmpty())
            .collect(Collectors.groupingBy(SweptMeeting::queue));
    byQueue
        .entrySet()
        .removeIf(
            queue -> {
              try {
                queues.sendAll(
                    queue.getKey(), queue.getValue().stream().map(SweptMeeting::message).toList());
                return false;
              } catch (RuntimeException e) {
                queue.getValue().forEach(m -> note(m.activity().id().value(), e, failed));
                return true;
              }
            });
    List<SweptMeeting> sent = byQueue.values().stream().flatMap(List::stream).toList();
    sent.stream().filter(SweptMeeting::ends).forEach(meeting -> takeOffIndex(meeting, failed));
    return sent;
  }

  /// Taken off the index only once the report is on its queue, so that none is lost. Whoever works
  /// on the report may be quicker and has then done it, with the meeting itself; who changes the
  /// meeting otherwise leaves it on the index, and it is reported once more, which changes nothing.
  /// One that does not end stays until its judgement takes it off.
  private void takeOffIndex(SweptMeeting meeting, Set<String> failed) {
    ActivityRecord record = meeting.activity();
    try {
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
    } catch (RuntimeException e) {
      note(record.id().value(), e, failed);
    }
  }

  private static void note(String which, RuntimeException fault, Set<String> failed) {
    LOG.errorf("%s was not swept: %s", which, FailureText.of(fault));
    failed.add(which);
  }
}
