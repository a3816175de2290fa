package services.dataminer.points.functions.calendar.calcom;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import services.dataminer.points.application.calendar.BookingRecords;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.calendar.calcom.CalcomApi.Response;
import services.dataminer.points.functions.calendar.calcom.CalcomReader.Patience;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.ledger.watermark.Watermark;
import services.dataminer.points.program.activity.ActivityId;

/// Cal.com's records of bookings, read through its API.
@Singleton
public class CalcomRecords implements BookingRecords {

  static final String CALENDAR = "calcom";

  private static final Logger LOG = Logger.getLogger(CalcomRecords.class);

  private final CalcomApi api;
  private final Metrics metrics;
  private final PointsConfig.Calcom config;
  private final Patience nightly;
  private final Patience sweeping;

  @Inject
  public CalcomRecords(CalcomApi api, Metrics metrics, PointsConfig config) {
    this(api, metrics, config.calcom(), Patience.NIGHTLY, Patience.SWEEPING);
  }

  CalcomRecords(
      CalcomApi api,
      Metrics metrics,
      PointsConfig.Calcom config,
      Patience nightly,
      Patience sweeping) {
    this.api = api;
    this.metrics = metrics;
    this.config = config;
    this.nightly = nightly;
    this.sweeping = sweeping;
  }

  @Override
  public String calendar() {
    return CALENDAR;
  }

  @Override
  public boolean areRead() {
    return config.reconciliation();
  }

  @Override
  public Reading forNight(TimeBudget time) {
    return new CalcomReading(new CalcomReader(api, time, nightly), "booking-reconciliation");
  }

  @Override
  public Reading forSweep(TimeBudget time) {
    return new CalcomReading(new CalcomReader(api, time, sweeping), "meeting-sweep");
  }

  private Optional<BookingRecord> read(JsonNode booking) {
    return CalcomRecord.readable(
        booking,
        why -> {
          String name = CalcomRecord.name(booking);
          LOG.errorf("booking %s cannot be read: %s", name, why);
          metrics.count(Metric.BOOKINGS_UNREADABLE, 1, Map.of("booking", name));
        });
  }

  /// The reading of one run.
  private final class CalcomReading implements Reading {

    private final CalcomReader reader;
    private final String function;

    /// @param function whose run it is
    private CalcomReading(CalcomReader reader, String function) {
      this.reader = reader;
      this.function = function;
    }

    @Override
    public Lookup find(ActivityId meeting) {
      return CalcomRecord.uid(meeting).map(this::find).orElseGet(Lookup.Useless::new);
    }

    private Lookup find(String uid) {
      return switch (reader.booking(uid)) {
        case Response.Found found ->
            CalcomRecord.in(found.body(), uid)
                .flatMap(CalcomRecords.this::read)
                .<Lookup>map(record -> new Lookup.Found(record.reading()))
                .orElseGet(Lookup.Useless::new);
        case Response.Unknown _ -> new Lookup.Missing();
        case Response.Misunderstood _ -> new Lookup.Useless();
        case Response.Refused _, Response.Busy _, Response.Absent _ -> new Lookup.Unanswered();
      };
    }

    @Override
    public Pages since(Watermark mark, Instant begunAt) {
      return new CalcomPages(reader, api.pagesByCursor(), mark, begunAt, CalcomRecords.this::read);
    }

    @Override
    public Optional<String> end() {
      if (reader.isRefused()) {
        metrics.count(Metric.CALCOM_KEY_REFUSED, 1, Map.of("function", function));
      }
      return reader.closed();
    }
  }
}
