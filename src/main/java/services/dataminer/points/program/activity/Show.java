package services.dataminer.points.program.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// An exhibition, such as IBC.
///
/// @param startsOn its first day
/// @param endsOn its last day, not before the first
/// @param timeZone where it is held; its days are days there
public record Show(String id, String name, LocalDate startsOn, LocalDate endsOn, ZoneId timeZone) {

  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  public Show {
    if (endsOn.isBefore(startsOn)) {
      throw new IllegalArgumentException(
          "show " + id + " ends on " + endsOn + ", before it starts on " + startsOn);
    }
  }

  /// The first instant of the first day. What is scheduled before it is scheduled before the show.
  public Instant opensAt() {
    return startsOn.atStartOfDay(timeZone).toInstant();
  }

  /// The first instant after the last day, from which on the show can be settled.
  public Instant closesAt() {
    return endsOn.plusDays(1).atStartOfDay(timeZone).toInstant();
  }

  /// The moment to which the show's points are dated: the last second of its last day.
  public Instant earnedAt() {
    return endsOn.atTime(LAST_SECOND).atZone(timeZone).toInstant();
  }

  /// Whether an instant falls on one of the show's days.
  public boolean isOn(Instant instant) {
    return !instant.isBefore(opensAt()) && instant.isBefore(closesAt());
  }

  /// Whether a day of one show is also a day of the other, each in its own zone.
  public boolean overlaps(Show other) {
    return opensAt().isBefore(other.closesAt()) && other.opensAt().isBefore(closesAt());
  }
}
