package services.dataminer.points.program.activity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A general contribution of a member.
///
/// @param action its code in the rule book
/// @param points what the approver decided, for an action that has a range
/// @param evidence where it can be seen, a link; the word `erased` once the person was erased
public record Contribution(
    String memberId, String action, Optional<Long> points, Optional<String> evidence)
    implements AwardBasis {

  /// Stands for evidence that was erased; a sender's is a link.
  private static final String ERASED = "erased";

  public Contribution {
    Objects.requireNonNull(memberId, "memberId");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(points, "points");
    Objects.requireNonNull(evidence, "evidence");
  }

  @Override
  public List<String> people() {
    return List.of(memberId);
  }

  /// The same without the evidence, which may tell whose contribution it was.
  public Contribution erased() {
    return evidence.isEmpty()
        ? this
        : new Contribution(memberId, action, points, Optional.of(ERASED));
  }

  /// Whether there was evidence, and it was erased with the person.
  public boolean hasErasedEvidence() {
    return evidence.equals(Optional.of(ERASED));
  }

  /// Whether there is a link that can be followed.
  public boolean hasEvidence() {
    return evidence.isPresent() && !hasErasedEvidence();
  }

  /// Erased evidence matches any.
  @Override
  public boolean matches(AwardBasis other) {
    return other instanceof Contribution contribution
            && (hasErasedEvidence() || contribution.hasErasedEvidence())
        ? erased().equals(contribution.erased())
        : equals(other);
  }
}
