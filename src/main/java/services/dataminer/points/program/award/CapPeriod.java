package services.dataminer.points.program.award;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import services.dataminer.points.program.membership.MembershipYear;
import services.dataminer.points.program.rules.Cap;

/// A calendar month or membership year in which an action's points are capped.
///
/// @param most how many points the action can bring in it
/// @param key names it among the periods of its kind: `2026-10`, `2026-04-12`
/// @param worded names it to people
public record CapPeriod(long most, String key, String worded) {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  /// The period that holds a day.
  ///
  /// @param signedUpOn where the member's years begin; empty if that is not known (yet)
  /// @return empty if the period depends on a sign-up that is not known
  static Optional<CapPeriod> of(Cap cap, LocalDate day, Optional<LocalDate> signedUpOn) {
    return switch (cap.per()) {
      case CALENDAR_MONTH -> {
        var month = YearMonth.from(day);
        yield Optional.of(new CapPeriod(cap.points(), month.toString(), MONTH.format(month)));
      }
      case MEMBERSHIP_YEAR ->
          signedUpOn
              .map(date -> MembershipYear.of(date, day).from().toString())
              .map(from -> new CapPeriod(cap.points(), from, "the membership year from " + from));
    };
  }
}
