package services.dataminer.points.program.award;

import java.util.Objects;
import java.util.Optional;

/// Who someone at an activity is, as first judged. Someone who signs up later gets a member; key,
/// partner and side stay, so that a sign-up moves no one else's points.
///
/// @param ref the person's name inside an activity: the same for all addresses of one member
/// @param key what decides ties: the member id, or else the lower-case address or account
/// @param memberId the member credited; empty until someone signs up with the address
/// @param partnerId the partner whose person this is
/// @param skyline whether the person attends for Skyline
public record Person(
    String ref,
    String key,
    Optional<String> memberId,
    Optional<String> partnerId,
    boolean skyline) {

  public Person {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(key, "key");
    if (skyline && partnerId.isPresent()) {
      throw new IllegalArgumentException("a Skyline representative is no partner's person: " + ref);
    }
  }

  /// Whether this person attends for a partner.
  public boolean isOf(String partner) {
    return partnerId.equals(Optional.of(partner));
  }
}
