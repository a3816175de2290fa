package services.dataminer.points.program.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// An Inspire or Empower "on tour" event that was hosted or co-hosted.
///
/// @param days each day with the points decided for it, each day once; sorted
/// @param people the members selected, among whom the points of all days are divided
public record HostedEvent(String title, Series series, List<Day> days, List<String> people)
    implements AwardBasis {

  public HostedEvent {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(series, "series");
    days = EachOnce.sorted(days, Day::date);
    people = EachOnce.sorted(people, Function.identity());
  }

  /// One day of an event.
  ///
  /// @param points whole points decided for it
  public record Day(LocalDate date, long points) {
    public Day {
      Objects.requireNonNull(date, "date");
    }
  }

  /// The series of events that count.
  public enum Series {
    INSPIRE,
    EMPOWER
  }

  /// The last day of the event.
  @Override
  public LocalDate earnedOn(Instant occurredAt, ZoneId timeZone) {
    return days.getLast().date();
  }
}
