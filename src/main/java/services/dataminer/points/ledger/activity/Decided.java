package services.dataminer.points.ledger.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the rules say of an activity, and what they said before.
///
/// @param decision empty as long as it was not assessed
/// @param partnerId the partner whose award it is, was or would be; empty if none
/// @param earlier the latest of the decisions that were replaced, oldest first
public record Decided(
    Optional<StoredDecision> decision,
    Optional<String> partnerId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EarlierDecision> earlier) {

  /// No more are kept, so that a no-show which is set and unset for ever fills no item.
  static final int MOST_EARLIER = 20;

  static final Decided NOTHING = new Decided(Optional.empty(), Optional.empty(), List.of());

  public Decided {
    earlier = earlier == null ? List.of() : List.copyOf(earlier);
  }

  /// Another decision in place of this one.
  Decided with(Optional<StoredDecision> other, Optional<String> partner) {
    return new Decided(other, partner, earlier);
  }

  /// This decision, with the one that it replaces among the earlier ones.
  ///
  /// @param before what was decided until now
  /// @param at when this is written
  Decided replacing(Decided before, Instant at) {
    Optional<EarlierDecision> replaced =
        before.asEarlier(at).filter(was -> !asEarlier(at).equals(Optional.of(was)));
    if (replaced.isEmpty()) {
      return this;
    }
    List<EarlierDecision> all = Stream.concat(earlier.stream(), replaced.stream()).toList();
    return new Decided(
        decision, partnerId, all.subList(Math.max(0, all.size() - MOST_EARLIER), all.size()));
  }

  private Optional<EarlierDecision> asEarlier(Instant at) {
    return decision.flatMap(made -> EarlierDecision.of(made, at));
  }
}
