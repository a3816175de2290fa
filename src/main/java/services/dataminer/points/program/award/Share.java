package services.dataminer.points.program.award;

import java.util.Objects;

/// One person's part of an award.
///
/// @param exact the part before rounding
/// @param points whole points; of all shares of an award together, the award
/// @param awarded false for the shares of those outside the partner, which are shown only
public record Share(Person person, Fraction exact, long points, boolean awarded) {
  public Share {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(exact, "exact");
  }

  /// A part of something that is still to be divided, without any of the odd points.
  public static Share roundedDown(Person person, Fraction exact, boolean awarded) {
    return new Share(person, exact, exact.floor(), awarded);
  }

  /// The same person's part of this and of another award, still to be divided.
  Share plus(Share other) {
    return roundedDown(person, exact.plus(other.exact), awarded);
  }

  /// This share with one of the odd points.
  Share roundedUp() {
    return new Share(person, exact, points + 1, awarded);
  }
}
