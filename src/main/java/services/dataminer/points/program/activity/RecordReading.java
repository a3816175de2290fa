package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.MeetingFact.CalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;

/// A calendar's own record of one booking, as it was read.
///
/// The record is right about everything up to the moment of reading, and no clock of ours knows
/// that moment in the calendar's time. What was announced before the record was read cannot be
/// newer than it, so the known facts date it.
///
/// @param record what it says, dated by its last change; the booking's digest covers all of it
/// @param seats who took a seat when, where people take seats one by one
public record RecordReading(CalendarRecord record, List<SeatedFirst> seats) {

  public RecordReading {
    Objects.requireNonNull(record, "record");
    seats = List.copyOf(seats);
  }

  /// The facts of a record that may have been read before `known` was: dated by its last change.
  public List<MeetingFact> asOfLastChange() {
    return facts(record.at());
  }

  /// What the record adds to a meeting.
  ///
  /// @param known read before the record was, so that it holds nothing newer
  /// @return none where this very record is known and nothing was announced since
  public List<MeetingFact> after(Meeting known) {
    Instant at =
        lastAnnouncedAt(known).filter(last -> last.isAfter(record.at())).orElse(record.at());
    Optional<CalendarRecord> stored = known.recorded().filter(other -> !other.at().isBefore(at));
    if (stored.filter(this::isSame).isPresent()) {
      return List.of();
    }
    // Read later, it is right where both are dated alike.
    return facts(stored.map(other -> other.at().plusMillis(1)).orElse(at));
  }

  /// Whether a meeting knows anything that may be newer than this record's last change.
  public boolean mayBeOlderThan(Meeting known) {
    return Stream.concat(
            lastAnnouncedAt(known).stream(), known.recorded().map(CalendarRecord::at).stream())
        .anyMatch(at -> !at.isBefore(record.at()));
  }

  private static Optional<Instant> lastAnnouncedAt(Meeting known) {
    return known.facts().stream()
        .filter(RecordReading::isAnnouncement)
        .map(MeetingFact::at)
        .max(Comparator.naturalOrder());
  }

  /// An end that passed and a retraction are no news of the calendar's; its record, and what
  /// another fact implies, are no announcements of their own.
  private static boolean isAnnouncement(MeetingFact fact) {
    return switch (fact) {
      case MeetingFact.Booked _,
          MeetingFact.BookedAsEnded _,
          MeetingFact.Requested _,
          MeetingFact.Confirmed _,
          MeetingFact.Seat _,
          MeetingFact.UnnamedSeatGivenUp _,
          MeetingFact.CalledOff _,
          MeetingFact.SeriesCancelled _,
          MeetingFact.Attendance _ ->
          true;
      case CalendarRecord _,
          MeetingFact.NoCalendarRecord _,
          MeetingFact.Ended _,
          MeetingFact.ScheduledFirst _,
          SeatedFirst _,
          MeetingFact.SeatScheduledFirst _,
          Retraction _ ->
          false;
    };
  }

  private boolean isSame(CalendarRecord other) {
    return other.booking().digest().equals(record.booking().digest());
  }

  private List<MeetingFact> facts(Instant at) {
    return Stream.<MeetingFact>concat(
            Stream.of(
                new CalendarRecord(
                    at, record.status(), record.booking(), record.absent(), record.successor())),
            seats.stream())
        .toList();
  }

  /// This record with everyone in it renamed.
  public RecordReading naming(UnaryOperator<Identity> names) {
    return new RecordReading(
        new CalendarRecord(
            record.at(),
            record.status(),
            record.booking().naming(names),
            record.absent().stream().map(names).toList(),
            record.successor()),
        seats.stream()
            .map(seat -> new SeatedFirst(seat.at(), seat.place(), names.apply(seat.who())))
            .toList());
  }
}
