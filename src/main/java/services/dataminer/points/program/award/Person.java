package services.dataminer.points.program.award;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import services.dataminer.points.program.activity.ActivityId;

/// Who someone at an activity is, as first judged. Someone who signs up later gets a member; key,
/// partner and side stay, so that a sign-up moves no one else's points.
///
/// @param ref the person's name inside an activity: the same for all addresses of one member
/// @param key what decides ties: the member id, or else the lower-case address or account
/// @param memberId the member credited; empty until someone signs up with the address
/// @param partnerId the partner whose person this is
/// @param skyline whether the person attends for Skyline
/// @param inanimate whether nobody is behind the address: a room, or a robot that takes notes
public record Person(
    String ref,
    String key,
    Optional<String> memberId,
    Optional<String> partnerId,
    boolean skyline,
    boolean inanimate) {

  /// Begins the key of someone whose address was erased; what follows is the lot it had drawn.
  public static final String DRAWN = "lot:";

  public Person {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(key, "key");
    if (skyline && partnerId.isPresent()) {
      throw new IllegalArgumentException("a Skyline representative is no partner's person: " + ref);
    }
  }

  /// What decides ties at an activity, lowest first: SHA-256 of the activity's id, a line feed and
  /// the key, in hex. It outlives the key.
  public String lot(ActivityId activity) {
    if (key.startsWith(DRAWN)) {
      return key.substring(DRAWN.length());
    }
    String drawn = activity.value() + "\n" + key;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(drawn.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Whether this person attends for a partner.
  public boolean isOf(String partner) {
    return partnerId.equals(Optional.of(partner));
  }
}
