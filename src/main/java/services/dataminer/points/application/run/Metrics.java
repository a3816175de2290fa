package services.dataminer.points.application.run;

import java.util.Map;

/// Figures that alarms watch.
@FunctionalInterface
public interface Metrics {

  /// Figures of this installation; `template.yaml` has an alarm on each.
  enum Metric {
    /// Members whose balance was not what their entries add up to.
    BALANCES_DIFFERED("BalancesDiffered"),
    /// Members whose entries were not what their activities granted, or their transfers took.
    ENTRIES_DIFFERED("EntriesDiffered"),
    /// Members whom a transfer passed over since their balance is not what their entries add up to.
    TRANSFERS_WITHHELD("TransfersWithheld"),
    /// Transfers that DOJO has not answered for in three nights.
    TRANSFERS_OVERDUE("TransfersOverdue"),
    /// Series of meetings cancelled as a whole, of which only Cal.com's records show the rest.
    SERIES_CANCELLED("SeriesCancelled"),
    /// Seats that someone gave up whom Cal.com does not name, so that the seat still counts.
    SEATS_UNNAMED("SeatsUnnamed"),
    /// Runs that Cal.com's API turned away, since the key was revoked or may not read bookings.
    CALCOM_KEY_REFUSED("CalcomKeyRefused"),
    /// Bookings of Cal.com's records that make no sense, and are passed over.
    BOOKINGS_UNREADABLE("BookingsUnreadable"),
    /// Runs that left unread what changed in a calendar's records more than two days before.
    WATERMARK_OVERDUE("WatermarkOverdue"),
    /// Deliveries of messages that failed, so that the queue delivers them again.
    MESSAGES_FAILED("MessagesFailed");

    private final String label;

    Metric(String label) {
      this.label = label;
    }

    /// The name in CloudWatch.
    public String label() {
      return label;
    }
  }

  /// Counts something that should not have happened.
  ///
  /// @param about what it concerns, for whoever looks; no personal data beyond opaque ids
  void count(Metric metric, long value, Map<String, String> about);
}
