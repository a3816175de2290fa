package services.dataminer.points.ledger.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.award.Award;
import services.dataminer.points.program.award.Decision;
import services.dataminer.points.program.award.Fraction;

/// A decision as kept: people by their refs, so that no address is in it.
///
/// @param edition the rules it was assessed by; empty if none apply
/// @param award what is or will be paid; empty if nothing is
public record StoredDecision(
    ActivityState state, String reason, Optional<String> edition, Optional<StoredAward> award) {

  /// What an activity pays.
  public record StoredAward(
      long total, Instant at, LocalDate earnedOn, String arithmetic, List<StoredShare> shares) {

    static StoredAward of(Award award) {
      return new StoredAward(
          award.total(),
          award.at(),
          award.earnedOn(),
          award.arithmetic(),
          award.shares().stream()
              .map(s -> new StoredShare(s.person().ref(), s.exact(), s.points(), s.awarded()))
              .toList());
    }
  }

  /// One person's part.
  public record StoredShare(String ref, Fraction exact, long points, boolean awarded) {}

  public static StoredDecision of(Decision decision) {
    Optional<String> edition =
        decision instanceof Decision.Refused refused
            ? refused.edition()
            : decision.pays().map(Award::edition);
    return new StoredDecision(
        ActivityState.of(decision),
        decision.reason(),
        edition,
        decision.pays().map(StoredAward::of));
  }

  /// The shares someone gets or will get.
  public List<StoredShare> awarded() {
    return award.stream()
        .flatMap(paid -> paid.shares().stream())
        .filter(StoredShare::awarded)
        .toList();
  }

  /// The same decision with these shares, where it pays anything.
  StoredDecision with(List<StoredShare> shares) {
    return new StoredDecision(
        state,
        reason,
        edition,
        award.map(
            paid ->
                new StoredAward(
                    paid.total(), paid.at(), paid.earnedOn(), paid.arithmetic(), shares)));
  }
}
