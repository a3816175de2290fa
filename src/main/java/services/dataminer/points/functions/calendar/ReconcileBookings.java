package services.dataminer.points.functions.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import services.dataminer.points.application.calendar.SendMeetingReports;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.calendar.CalcomReader.Patience;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.directory.Pseudonyms;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.ledger.watermark.Watermark;
import services.dataminer.points.ledger.watermark.Watermarks;

/// Reads Cal.com's own records of all bookings that changed since the last time, and puts on their
/// queues those that are told otherwise. Right in any order, twice, overlapping and late: a record
/// that says what is known already is not queued, and the watermark moves only once a page is on
/// the queues.
@Singleton
public class ReconcileBookings {

  /// How far back the first run reads: whatever took place earlier was judged by webhooks alone.
  static final Duration FIRST_READ = Duration.ofDays(60);

  static final String CALCOM = "calcom";

  private static final Logger LOG = Logger.getLogger(ReconcileBookings.class);

  private final CalcomApi api;
  private final Activities activities;
  private final Watermarks watermarks;
  private final Pseudonyms pseudonyms;
  private final SendMeetingReports send;
  private final Metrics metrics;
  private final PointsConfig.Calcom config;
  private final Patience patience;

  @Inject
  public ReconcileBookings(
      CalcomApi api,
      Activities activities,
      Watermarks watermarks,
      Pseudonyms pseudonyms,
      SendMeetingReports send,
      Metrics metrics,
      PointsConfig config) {
    this(api, activities, watermarks, pseudonyms, send, metrics, config.calcom(), Patience.NIGHTLY);
  }

  ReconcileBookings(
      CalcomApi api,
      Activities activities,
      Watermarks watermarks,
      Pseudonyms pseudonyms,
      SendMeetingReports send,
      Metrics metrics,
      PointsConfig.Calcom config,
      Patience patience) {
    this.api = api;
    this.activities = activities;
    this.watermarks = watermarks;
    this.pseudonyms = pseudonyms;
    this.send = send;
    this.metrics = metrics;
    this.config = config;
    this.patience = patience;
  }

  /// @param scheduledAt the night's own time; it tells the first run where to begin
  /// @return what this run read and queued; nothing while reconciliation is off
  /// @throws IllegalStateException if Cal.com does not answer, or some bookings could not be held
  ///   against what is known of them; what was read before is on the queues
  public ReconciledBookings night(Instant scheduledAt, TimeBudget time) {
    if (!config.reconciliation()) {
      return new ReconciledBookings(0, 0);
    }
    var reader = new CalcomReader(api, time, patience);
    var reconciliation =
        new BookingReconciliation(reader, activities, pseudonyms, send, this::countUnreadable);
    Watermark mark =
        watermarks.find(CALCOM).orElseGet(() -> Watermark.first(scheduledAt.minus(FIRST_READ)));
    var pages = new CalcomPages(reader, api.pagesByCursor(), mark, scheduledAt);
    boolean goesOn = true;
    while (goesOn && !pages.isRead() && !time.isUp()) {
      Optional<Watermark> after =
          pages
              .next()
              .filter(page -> reconciliation.take(page.bookings()))
              .map(CalcomPages.Page::after);
      Optional<Watermark> moved = after.flatMap(move(mark));
      mark = moved.orElse(mark);
      goesOn = moved.isPresent();
    }
    return result(reconciliation, reader, pages.isRead(), time);
  }

  /// Moves the watermark; empty where another run does, which then goes on.
  private Function<Watermark, Optional<Watermark>> move(Watermark mark) {
    return after -> {
      if (after.equals(mark)) {
        return Optional.of(mark);
      }
      try {
        return Optional.of(watermarks.move(CALCOM, mark, after));
      } catch (Conflict _) {
        LOG.info("another run reads Cal.com's records as well, and goes on");
        return Optional.empty();
      }
    };
  }

  private void countUnreadable(JsonNode booking) {
    metrics.count(Metric.BOOKINGS_UNREADABLE, 1, Map.of("booking", CalcomRecord.name(booking)));
  }

  private ReconciledBookings result(
      BookingReconciliation reconciliation, CalcomReader reader, boolean allRead, TimeBudget time) {
    ReconciledBookings result = reconciliation.result();
    if (reader.isRefused()) {
      metrics.count(Metric.CALCOM_KEY_REFUSED, 1, Map.of("function", "booking-reconciliation"));
    }
    if (!reconciliation.failed().isEmpty()) {
      throw new IllegalStateException(
          "%s; not held against what is kept of them, which cannot be read: %s"
              .formatted(result, reconciliation.failed()));
    }
    if (reader.closed().isPresent()) {
      throw new IllegalStateException(
          "%s, then stopped: %s. The next run goes on there."
              .formatted(result, reader.closed().get()));
    }
    if (!allRead && time.isUp()) {
      LOG.warnf("%s, then the time was up; the next run goes on there", result);
    }
    return result;
  }
}
