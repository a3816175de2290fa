package services.dataminer.points.program.activity;

import static java.util.Map.entry;

import java.util.Map;

/// The key of each type of fact. Facts are kept in the order of their keys, so a key never changes,
/// whatever becomes of the type's name: another order would make a stored activity differ from the
/// same facts merged again, and so be written once more.
final class FactKeys {

  static final Map<Class<? extends Fact>, String> BY_TYPE =
      Map.ofEntries(
          entry(MeetingFact.Booked.class, "Booked"),
          entry(MeetingFact.BookedAsEnded.class, "BookedAsEnded"),
          entry(MeetingFact.CalendarRecord.class, "Recorded"),
          entry(MeetingFact.NoCalendarRecord.class, "Unrecorded"),
          entry(MeetingFact.Requested.class, "Requested"),
          entry(MeetingFact.Confirmed.class, "Confirmed"),
          entry(MeetingFact.ScheduledFirst.class, "ScheduledFirst"),
          entry(MeetingFact.Seat.class, "Seat"),
          entry(MeetingFact.UnnamedSeatGivenUp.class, "UnnamedSeatGivenUp"),
          entry(MeetingFact.SeatedFirst.class, "SeatedFirst"),
          entry(MeetingFact.SeatScheduledFirst.class, "SeatScheduledFirst"),
          entry(MeetingFact.Ended.class, "Ended"),
          entry(MeetingFact.Cancelled.class, "Cancelled"),
          entry(MeetingFact.SeriesCancelled.class, "SeriesCancelled"),
          entry(MeetingFact.Rejected.class, "Rejected"),
          entry(MeetingFact.Rescheduled.class, "Rescheduled"),
          entry(MeetingFact.Attendance.class, "Attendance"),
          entry(CourseFact.Progress.class, "Progress"),
          entry(CourseFact.Voided.class, "Voided"),
          entry(CourseFact.HandedOver.class, "HandedOver"),
          entry(RecordedAwardFact.Recorded.class, "Recorded"),
          entry(Retraction.class, "Retracted"));

  private FactKeys() {}

  static String of(Class<? extends Fact> type) {
    return BY_TYPE.get(type);
  }

  static String of(Fact fact) {
    return of(fact.getClass());
  }
}
