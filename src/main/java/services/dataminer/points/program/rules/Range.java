package services.dataminer.points.program.rules;

import java.util.Locale;

/// The points that something may pay: a fixed figure, or what somebody decides between two bounds.
///
/// @param least whole points, not 0
/// @param most whole points, not below `least` and of the same sign
public record Range(long least, long most) {

  public Range {
    if (!isValid(least, most)) {
      throw new IllegalArgumentException(
          "a range goes from its lowest to its highest points, all above or all below 0, not from %d to %d"
              .formatted(least, most));
    }
  }

  /// Whether these bounds make a range.
  public static boolean isValid(long least, long most) {
    return least <= most && (least > 0 || most < 0);
  }

  public static Range fixed(long points) {
    return new Range(points, points);
  }

  /// Whether it leaves nothing to decide.
  public boolean isFixed() {
    return least == most;
  }

  public boolean holds(long points) {
    return points >= least && points <= most;
  }

  /// This range, where only points above 0 make sense.
  ///
  /// @param what names it in the refusal
  Range above0(String what) {
    if (least < 0) {
      throw new IllegalArgumentException(what + " pays at least 1 point, not " + least);
    }
    return this;
  }

  /// As written in a file: `25`, `10 to 50`.
  @Override
  public String toString() {
    return isFixed() ? Long.toString(least) : least + " to " + most;
  }

  /// As people read it: `25`, `1 to 5,000`.
  public String worded() {
    return isFixed()
        ? String.format(Locale.ROOT, "%,d", least)
        : String.format(Locale.ROOT, "%,d to %,d", least, most);
  }
}
