package services.dataminer.points.application.calendar;

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
import services.dataminer.points.application.calendar.BookingRecords.Lookup;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.run.FailureLog;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.run.WorkerPool;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.meeting.StoredMeetings;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.award.ActivityState;

/// Reports the end of every booked meeting whose booked end has passed: calendars report it once,
/// and often not at all. The report goes to the meeting's queue like any other, together with the
/// calendar's own record where that can be read, so that the first assessment is already the true
/// one. A meeting that something is wrong with stops no other.
@Singleton
public class SweepMeetings {

  private static final Logger LOG = Logger.getLogger(SweepMeetings.class);
  private static final int BATCH = 100;

  /// How many records are asked for at a time.
  private static final int AT_A_TIME = 4;

  private final StoredMeetings meetings;
  private final BookingRecords records;
  private final SendMeetingReports send;
  private final FailureLog failures;
  private final WorkerPool workers = new WorkerPool(AT_A_TIME);

  public SweepMeetings(
      StoredMeetings meetings,
      BookingRecords records,
      SendMeetingReports send,
      FailureLog failures) {
    this.meetings = meetings;
    this.records = records;
    this.send = send;
    this.failures = failures;
  }

  /// @param scheduledAt the run's own time, the only clock
  /// @param time how long records may be asked for; ends are reported without them, too
  /// @return what this run changed
  /// @throws IllegalStateException if something went wrong with some meetings; all others are done
  public SweptMeetings sweep(Instant scheduledAt, TimeBudget time) {
    Set<String> failed = new ConcurrentSkipListSet<>();
    List<ActivityId> due = meetings.dueToEnd(scheduledAt, (which, why) -> note(which, why, failed));
    BookingRecords.Reading reading = records.forSweep(time);
    int ended = 0;
    for (int from = 0; from < due.size(); from += BATCH) {
      List<ActivityId> batch = due.subList(from, Math.min(from + BATCH, due.size()));
      Collection<SweptMeeting> over = over(batch, scheduledAt, reading, failed);
      ended += (int) report(over, failed).stream().filter(SweptMeeting::ends).count();
    }
    reading
        .end()
        .ifPresent(
            why -> LOG.warnf("%s; the remaining bookings are assessed by their webhooks", why));
    if (!failed.isEmpty()) {
      throw new IllegalStateException(
          "swept %d; failed and still due: %s".formatted(ended, failed));
    }
    return new SweptMeetings(ended);
  }

  private Collection<SweptMeeting> over(
      List<ActivityId> due,
      Instant scheduledAt,
      BookingRecords.Reading reading,
      Set<String> failed) {
    List<ActivityRecord> waiting =
        meetings.waitingForEnd(due, (id, why) -> note(id.value(), why, failed));
    Queue<SweptMeeting> over = new ConcurrentLinkedQueue<>();
    workers.each(
        waiting,
        () -> false,
        stored -> {
          try {
            if (isOver(stored, scheduledAt)) {
              over.add(SweptMeeting.of(stored, recorded(stored.meeting(), reading), scheduledAt));
            }
          } catch (RuntimeException e) {
            note(stored.id().value(), e, failed);
          }
        });
    return over;
  }

  private static boolean isOver(ActivityRecord stored, Instant scheduledAt) {
    return stored.isIn(ActivityState.BOOKED)
        && stored
            .meeting()
            .booking()
            .filter(booking -> !booking.endsAt().isAfter(scheduledAt))
            .isPresent();
  }

  /// What the calendar's record adds to what is known; nothing where there is none to be had in
  /// time, which the night makes up for.
  private List<MeetingFact> recorded(Meeting known, BookingRecords.Reading reading) {
    if (!records.areRead()) {
      return List.of();
    }
    return switch (reading.find(known.id())) {
      case Lookup.Found found -> found.reading().after(known);
      case Lookup.Missing _ ->
          List.of(new MeetingFact.NoCalendarRecord(known.booking().orElseThrow().endsAt()));
      case Lookup.Useless _, Lookup.Unanswered _ -> List.of();
    };
  }

  /// @return those that are on their queue
  private List<SweptMeeting> report(Collection<SweptMeeting> over, Set<String> failed) {
    Map<QueueName, List<SweptMeeting>> byQueue =
        over.stream()
            .filter(meeting -> !meeting.report().facts().isEmpty())
            .collect(Collectors.groupingBy(meeting -> meeting.report().queue()));
    List<SweptMeeting> sent =
        byQueue.values().stream().filter(of -> isSent(of, failed)).flatMap(List::stream).toList();
    sent.stream().filter(SweptMeeting::ends).forEach(meeting -> markReported(meeting, failed));
    return sent;
  }

  private boolean isSent(List<SweptMeeting> ofOneQueue, Set<String> failed) {
    try {
      send.send(ofOneQueue.stream().map(SweptMeeting::report).toList());
      return true;
    } catch (RuntimeException e) {
      ofOneQueue.forEach(meeting -> note(meeting.stored().id().value(), e, failed));
      return false;
    }
  }

  /// Only once the report is on its queue, so that none is lost. A meeting that changes meanwhile
  /// is reported once more, which changes nothing; one that does not end waits until its assessment
  /// says otherwise.
  private void markReported(SweptMeeting meeting, Set<String> failed) {
    try {
      meetings.markEndReported(meeting.stored());
    } catch (RuntimeException e) {
      note(meeting.stored().id().value(), e, failed);
    }
  }

  private void note(String which, RuntimeException why, Set<String> failed) {
    failures.failed("meeting %s not swept".formatted(which), why);
    failed.add(which);
  }
}
