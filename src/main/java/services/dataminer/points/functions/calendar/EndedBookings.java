package services.dataminer.points.functions.calendar;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.calendar.CalcomApi.Response;
import services.dataminer.points.functions.calendar.CalcomReader.Patience;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;

/// Reads Cal.com's records of bookings that end, so that the first judgement is already the true
/// one. What cannot be read in time is found by the night.
@Singleton
public class EndedBookings {

  private static final Logger LOG = Logger.getLogger(EndedBookings.class);

  private final CalcomApi api;
  private final Metrics metrics;
  private final PointsConfig.Calcom config;
  private final Patience patience;

  @Inject
  public EndedBookings(CalcomApi api, Metrics metrics, PointsConfig config) {
    this(api, metrics, config.calcom(), Patience.SWEEPING);
  }

  EndedBookings(CalcomApi api, Metrics metrics, PointsConfig.Calcom config, Patience patience) {
    this.api = api;
    this.metrics = metrics;
    this.config = config;
    this.patience = patience;
  }

  /// Begins to read.
  ///
  /// @param time how long may be asked
  public Reading begin(TimeBudget time) {
    return new Reading(new CalcomReader(api, time, patience));
  }

  /// The reading of one run.
  final class Reading {

    private final CalcomReader reader;

    private Reading(CalcomReader reader) {
      this.reader = reader;
    }

    /// What the record of a meeting adds to what is known of it; nothing for other calendars, and
    /// where it cannot be read.
    ///
    /// @param known read before; its end has passed
    List<MeetingFact> of(Meeting known) {
      Optional<String> uid = CalcomRecord.uid(known.id()).filter(_ -> config.reconciliation());
      if (uid.isEmpty() || reader.stops()) {
        return List.of();
      }
      return switch (reader.booking(uid.get())) {
        case Response.Found found -> recorded(known, uid.get(), found);
        case Response.Unknown _ ->
            List.of(new MeetingFact.NoCalendarRecord(known.booking().orElseThrow().endsAt()));
        case Response.Misunderstood _, Response.Refused _, Response.Busy _, Response.Absent _ ->
            List.of();
      };
    }

    private List<MeetingFact> recorded(Meeting known, String uid, Response.Found found) {
      return CalcomRecord.in(found.body(), uid)
          .flatMap(
              booking ->
                  CalcomRecord.readable(
                      booking,
                      why -> {
                        LOG.errorf("booking %s cannot be read: %s", uid, why);
                        metrics.count(Metric.BOOKINGS_UNREADABLE, 1, Map.of("booking", uid));
                      }))
          .map(record -> record.reading().after(known))
          .orElse(List.of());
    }

    /// Tells why bookings were left to the night, if any were.
    void end() {
      reader
          .closed()
          .ifPresent(why -> LOG.warnf("%s; the bookings left are judged by webhooks", why));
      if (reader.isRefused()) {
        metrics.count(Metric.CALCOM_KEY_REFUSED, 1, Map.of("function", "meeting-sweep"));
      }
    }
  }
}
