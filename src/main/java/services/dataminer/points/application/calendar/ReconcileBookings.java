package services.dataminer.points.application.calendar;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import services.dataminer.points.application.run.FailureLog;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.ledger.directory.Pseudonyms;
import services.dataminer.points.ledger.meeting.StoredMeetings;
import services.dataminer.points.ledger.watermark.Watermark;
import services.dataminer.points.ledger.watermark.Watermarks;

/// Reads a calendar's own records of all bookings that changed since the last time, and reports
/// those that are known otherwise. Right in any order, twice, overlapping and late: a record that
/// says what is known already is not reported, and the watermark moves only once a page is on the
/// queues.
@Singleton
public class ReconcileBookings {

  /// How far back the first run reads: whatever took place earlier was assessed by webhooks alone.
  static final Duration FIRST_READ = Duration.ofDays(60);

  /// How long the watermark may stay behind before someone should look: two nights that failed.
  static final Duration OVERDUE = Duration.ofDays(2);

  private static final Logger LOG = Logger.getLogger(ReconcileBookings.class);

  private final BookingRecords records;
  private final StoredMeetings meetings;
  private final Watermarks watermarks;
  private final Pseudonyms pseudonyms;
  private final SendMeetingReports send;
  private final FailureLog failures;
  private final Metrics metrics;

  public ReconcileBookings(
      BookingRecords records,
      StoredMeetings meetings,
      Watermarks watermarks,
      Pseudonyms pseudonyms,
      SendMeetingReports send,
      FailureLog failures,
      Metrics metrics) {
    this.records = records;
    this.meetings = meetings;
    this.watermarks = watermarks;
    this.pseudonyms = pseudonyms;
    this.send = send;
    this.failures = failures;
    this.metrics = metrics;
  }

  /// @param scheduledAt the night's own time; the first run begins relative to it
  /// @return what this run read and reported; nothing where records are not read
  /// @throws IllegalStateException if the calendar does not answer, or some bookings could not be
  ///   held against what is known of them; what was read before is on the queues
  public ReconciledBookings night(Instant scheduledAt, TimeBudget time) {
    if (!records.areRead()) {
      return new ReconciledBookings(0, 0);
    }
    BookingRecords.Reading reading = records.forNight(time);
    var reconciliation = new BookingReconciliation(reading, meetings, pseudonyms, send, failures);
    Watermark mark =
        watermarks
            .find(records.calendar())
            .orElseGet(() -> Watermark.first(scheduledAt.minus(FIRST_READ)));
    BookingRecords.Pages pages = reading.since(mark, scheduledAt);
    try {
      boolean goesOn = true;
      while (goesOn && !pages.isRead() && !time.isUp()) {
        Watermark before = mark;
        Optional<Watermark> moved =
            pages
                .next()
                .filter(reconciliation::isReported)
                .flatMap(page -> move(before, page.after()));
        mark = moved.orElse(before);
        goesOn = moved.isPresent();
      }
    } finally {
      if (!pages.isRead()) {
        countIfOverdue(mark, scheduledAt);
      }
    }
    return result(reconciliation, reading, pages.isRead(), time);
  }

  /// Once all is read, the watermark is the last change, however long ago that was.
  private void countIfOverdue(Watermark mark, Instant scheduledAt) {
    if (mark.readTo().isBefore(scheduledAt.minus(OVERDUE))) {
      metrics.count(Metric.WATERMARK_OVERDUE, 1, Map.of("readTo", mark.readTo().toString()));
    }
  }

  /// Moves the watermark; empty where another run does, which then goes on.
  private Optional<Watermark> move(Watermark before, Watermark after) {
    if (after.equals(before)) {
      return Optional.of(before);
    }
    Optional<Watermark> moved = watermarks.move(records.calendar(), before, after);
    if (moved.isEmpty()) {
      LOG.infof("another run also reads the records of %s, and continues", records.calendar());
    }
    return moved;
  }

  private static ReconciledBookings result(
      BookingReconciliation reconciliation,
      BookingRecords.Reading reading,
      boolean allRead,
      TimeBudget time) {
    ReconciledBookings result = reconciliation.result();
    Optional<String> stopped = reading.end();
    if (!reconciliation.failed().isEmpty()) {
      throw new IllegalStateException(
          "%s; not compared because the stored meetings cannot be read: %s"
              .formatted(result, reconciliation.failed()));
    }
    if (stopped.isPresent()) {
      throw new IllegalStateException(
          "%s, then stopped: %s. The next run continues there.".formatted(result, stopped.get()));
    }
    if (!allRead && time.isUp()) {
      LOG.warnf("%s, then ran out of time; the next run continues there", result);
    }
    return result;
  }
}
