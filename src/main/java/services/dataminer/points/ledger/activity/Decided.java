package services.dataminer.points.ledger.activity;

import java.util.Optional;

/// What the rules say of an activity.
///
/// @param decision empty as long as it was not assessed
/// @param partnerId the partner whose award it is, was or would be; empty if none
public record Decided(Optional<StoredDecision> decision, Optional<String> partnerId) {

  static final Decided NOTHING = new Decided(Optional.empty(), Optional.empty());
}
