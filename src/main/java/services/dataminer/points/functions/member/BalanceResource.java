package services.dataminer.points.functions.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import services.dataminer.points.application.standing.ReadStanding;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.show.Pending;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.program.membership.MembershipYear;
import services.dataminer.points.program.membership.Standing;
import services.dataminer.points.program.rules.Level;

/// `GET /v1/members/{id}/balance`: what a member has earned at a moment of the membership, with all
/// that is known today.
@Singleton
class BalanceResource {

  private final ReadStanding standing;
  private final Pending pending;

  BalanceResource(ReadStanding standing, Pending pending) {
    this.standing = standing;
    this.pending = pending;
  }

  record BalanceView(
      String memberId,
      Instant at,
      Level level,
      Level carriedLevel,
      MembershipYear year,
      long earned,
      long pending,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Standing.Next> next,
      long transferable,
      long transferred) {}

  /// @throws services.dataminer.points.platform.http.ProblemException 422 if the moment is before
  ///   the sign-up
  BalanceView get(Member member, Instant at) {
    return switch (standing.read(member, at)) {
      case ReadStanding.Outcome.Found(Standing found, Balance balance) ->
          new BalanceView(
              member.id(),
              at,
              found.level(),
              found.carried(),
              found.year(),
              found.earned(),
              pending.of(member.id()),
              found.next(),
              balance.transferable(),
              balance.transferred());
      case ReadStanding.Outcome.NotBegun(LocalDate signedUpOn) ->
          throw Problem.invalidField("at", "is before the sign-up on " + signedUpOn).asException();
    };
  }
}
