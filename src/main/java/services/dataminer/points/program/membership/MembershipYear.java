package services.dataminer.points.program.membership;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Twelve months of dates from a member's sign-up or one of its anniversaries. A sign-up on 29
/// February has its anniversary on 28 February in other years.
///
/// @param from the first day
/// @param to the first day of the next year
public record MembershipYear(LocalDate from, LocalDate to) {

  /// The year of a member in which a day counts. Whatever was earned before the sign-up counts in
  /// the first.
  public static MembershipYear of(LocalDate signedUpOn, LocalDate day) {
    long years = Math.max(0, ChronoUnit.YEARS.between(signedUpOn, day));
    // Between two dates of which one is a 28 February the unit may be off by one.
    while (!day.isBefore(signedUpOn.plusYears(years + 1))) {
      years++;
    }
    return new MembershipYear(signedUpOn.plusYears(years), signedUpOn.plusYears(years + 1));
  }
}
