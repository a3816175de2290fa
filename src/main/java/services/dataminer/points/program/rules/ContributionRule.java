package services.dataminer.points.program.rules;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a general contribution pays.
///
/// @param points fixed, or what the approver decides within bounds; below 0 where it costs points
/// @param cap how much of it counts
public record ContributionRule(Range points, Optional<Cap> cap) {

  private static final Pattern ACTION = Pattern.compile("[a-z]+(?:-[a-z]++)*+");
  private static final int LONGEST = 40;

  public ContributionRule {
    Objects.requireNonNull(points, "points");
    if (cap.isPresent() && points.least() < 0) {
      throw new IllegalArgumentException("an action that deducts points cannot have a cap");
    }
  }

  /// Whether a text can be an action's code: lower-case words, joined by hyphens.
  public static boolean isAction(String code) {
    return code.length() <= LONGEST && ACTION.matcher(code).matches();
  }
}
