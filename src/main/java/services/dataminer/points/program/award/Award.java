package services.dataminer.points.program.award;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What an activity pays.
///
/// @param edition the edition of the rules it was assessed by
/// @param total whole points, of all shares together
/// @param at when it was earned
/// @param earnedOn the day it counts on, in the program's time zone (a show's: its last day)
/// @param arithmetic how the total comes about, such as `500 points divided among 2 people
///   attending`
/// @param shares everyone's part, in the order of their refs
public record Award(
    String edition,
    long total,
    Instant at,
    LocalDate earnedOn,
    String arithmetic,
    List<Share> shares) {

  public Award {
    shares = List.copyOf(shares);
  }

  /// How many people share in it.
  public int people() {
    return (int) shares.stream().filter(Share::awarded).count();
  }
}
