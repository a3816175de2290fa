package services.dataminer.points.application.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.ledger.watermark.Watermark;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.RecordReading;

/// A calendar's own records of its bookings: they are right about what webhooks missed or said
/// otherwise.
///
/// An implementation logs and counts bookings that make no sense, and runs that the calendar turned
/// away.
public interface BookingRecords {

  /// The calendar's name, by which its watermark is kept.
  String calendar();

  /// Whether this installation reads the records at all.
  boolean areRead();

  /// Begins to read for a night, which waits as long as the calendar asks it to.
  ///
  /// @param time how long the calendar may be asked
  Reading forNight(TimeBudget time);

  /// Begins to read for a sweep, which waits a few seconds and leaves the rest to the night.
  ///
  /// @param time how long the calendar may be asked
  Reading forSweep(TimeBudget time);

  /// The reading of one run. Once the calendar turned it away, or has stopped to answer, it asks
  /// nothing more.
  interface Reading {

    /// The record of a meeting, read now. May be called by several threads at a time.
    Lookup find(ActivityId meeting);

    /// All bookings that changed since a watermark, in pages.
    ///
    /// @param begunAt the scheduled time of the run
    Pages since(Watermark mark, Instant begunAt);

    /// Ends the reading.
    ///
    /// @return why it stopped to ask; empty if it did not, or its time was up
    Optional<String> end();
  }

  /// What comes of looking for a meeting's record.
  sealed interface Lookup {

    /// There is a record.
    record Found(RecordReading reading) implements Lookup {}

    /// The calendar has none, or none any more.
    record Missing() implements Lookup {}

    /// Nothing to go by: the meeting is another calendar's, or the answer makes no sense.
    record Useless() implements Lookup {}

    /// The calendar does not answer in this run; a later one may find out.
    record Unanswered() implements Lookup {}
  }

  /// Bookings page by page, each as often as it changes.
  interface Pages {

    /// Whether there are no more pages.
    boolean isRead();

    /// The next page; empty where the calendar gives none.
    Optional<Page> next();
  }

  /// A page.
  ///
  /// @param bookings how many it has that the pages before did not have
  /// @param records those of them that make sense
  /// @param after the watermark once they are worked on
  record Page(int bookings, List<BookingRecord> records, Watermark after) {

    public Page {
      records = List.copyOf(records);
      Objects.requireNonNull(after, "after");
    }
  }

  /// The record of one booking.
  record BookingRecord(ActivityId meeting, RecordReading reading) {

    public BookingRecord {
      Objects.requireNonNull(meeting, "meeting");
      Objects.requireNonNull(reading, "reading");
    }
  }
}
