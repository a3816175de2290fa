package services.dataminer.points.program.award;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import services.dataminer.points.program.membership.MembershipYear;
import services.dataminer.points.program.rules.Cap;

/// A calendar month or membership year in which an action's points are capped.
///
/// @param most how many points the action can bring in it
/// @param from its first day
public record CapPeriod(long most, Cap.Period per, LocalDate from) {

  /// The period that holds a day.
  ///
  /// @param signedUpOn where the member's years begin; empty if that is not known (yet)
  /// @return empty if the period depends on a sign-up that is not known
  static Optional<CapPeriod> of(Cap cap, LocalDate day, Optional<LocalDate> signedUpOn) {
    Optional<LocalDate> from =
        switch (cap.per()) {
          case CALENDAR_MONTH -> Optional.of(YearMonth.from(day).atDay(1));
          case MEMBERSHIP_YEAR -> signedUpOn.map(date -> MembershipYear.of(date, day).from());
        };
    return from.map(first -> new CapPeriod(cap.points(), cap.per(), first));
  }

  /// Names it among the periods of its kind: `2026-10`, `2026-04-12`.
  public String key() {
    return switch (per) {
      case CALENDAR_MONTH -> YearMonth.from(from).toString();
      case MEMBERSHIP_YEAR -> from.toString();
    };
  }
}
