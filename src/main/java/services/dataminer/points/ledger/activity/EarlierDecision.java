package services.dataminer.points.ledger.activity;

import java.time.Instant;
import java.util.Optional;
import services.dataminer.points.ledger.activity.StoredDecision.StoredAward;
import services.dataminer.points.program.award.ActivityState;

/// A decision that another replaced: how an activity came to pay what it pays.
///
/// @param edition the rules it was made by; empty if none apply
/// @param total the points it paid, 0 for none
/// @param reason the arithmetic of what it paid, or why it paid nothing
/// @param until when the next one was written
public record EarlierDecision(
    ActivityState state, Optional<String> edition, long total, String reason, Instant until) {

  /// @return empty for one that only says what is awaited
  static Optional<EarlierDecision> of(StoredDecision decision, Instant until) {
    return switch (decision.state()) {
      case BOOKED, WAITING, AWAITING_SHOW -> Optional.empty();
      case GRANTED, REFUSED, CANCELLED, RETRACTED ->
          Optional.of(
              new EarlierDecision(
                  decision.state(),
                  decision.edition(),
                  decision.award().map(StoredAward::total).orElse(0L),
                  decision.award().map(StoredAward::arithmetic).orElse(decision.reason()),
                  until));
    };
  }
}
