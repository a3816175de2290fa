package services.dataminer.points.program.award;

import java.util.Objects;
import java.util.Optional;

/// Who someone at an activity is, as first assessed. Someone who signs up later gets a member; tie
/// breaker, partner and side stay, so that a sign-up moves no one else's points.
///
/// @param ref the person's name inside an activity: the member id, or the pseudonym under which
///   someone was assessed before signing up
/// @param memberId the member credited; empty until someone signs up with the address
/// @param partnerId the partner whose person this is
/// @param skyline whether the person attends for Skyline
/// @param inanimate whether nobody is behind the address: a room, or a robot that takes notes
public record Person(
    String ref,
    TieBreaker tieBreaker,
    Optional<String> memberId,
    Optional<String> partnerId,
    boolean skyline,
    boolean inanimate) {

  public Person {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(tieBreaker, "tieBreaker");
    if (skyline && partnerId.isPresent()) {
      throw new IllegalArgumentException("a Skyline representative is no partner's person: " + ref);
    }
  }

  /// Whether this person attends for a partner.
  public boolean isOf(String partner) {
    return partnerId.equals(Optional.of(partner));
  }
}
