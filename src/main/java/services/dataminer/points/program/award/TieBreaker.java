package services.dataminer.points.program.award;

import java.util.HexFormat;
import java.util.Objects;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.hash.Sha256;

/// What decides between people with the same remainder: of their hashes the lowest goes first.
public sealed interface TieBreaker {

  /// A person's at one activity, 64 hexadecimal digits.
  String at(ActivityId activity);

  /// Of someone who is known: SHA-256 of the activity's id, a line feed and the key.
  ///
  /// @param key the member id, or else the lower-case address or account
  record ByKey(String key) implements TieBreaker {

    public ByKey {
      Objects.requireNonNull(key, "key");
    }

    @Override
    public String at(ActivityId activity) {
      return HexFormat.of().formatHex(Sha256.of(activity.value() + "\n" + key));
    }
  }

  /// Of someone whose address was erased: the hash as it was, so that nobody else's points move
  /// when the activity is divided again.
  record Remembered(String hash) implements TieBreaker {

    public Remembered {
      Objects.requireNonNull(hash, "hash");
    }

    @Override
    public String at(ActivityId activity) {
      return hash;
    }
  }
}
