package services.dataminer.points.application.standing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.BalanceAt;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.program.membership.Standing;
import services.dataminer.points.program.rules.RuleBook;

/// Reads where a member stands at a moment of the membership, with all that is known today.
@Singleton
public class ReadStanding {

  private final Entries entries;
  private final RuleBook rules;
  private final ZoneId timeZone;

  /// @param timeZone the program's, in which a day is a day
  public ReadStanding(Entries entries, RuleBook rules, ZoneId timeZone) {
    this.entries = entries;
    this.rules = rules;
    this.timeZone = timeZone;
  }

  /// Where a member stands.
  public sealed interface Outcome {

    /// @param standing at the moment asked for
    /// @param balance the member's, as it is now
    record Found(Standing standing, Balance balance) implements Outcome {}

    /// The membership began after the moment asked for.
    record NotBegun(LocalDate signedUpOn) implements Outcome {}
  }

  /// @throws services.dataminer.points.platform.outage.Unavailable if entries were written whenever
  ///   the balance was read
  public Outcome read(Member member, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, timeZone);
    if (day.isBefore(member.signedUpOn())) {
      return new Outcome.NotBegun(member.signedUpOn());
    }
    BalanceAt balance = entries.balanceAt(member.id(), at);
    return new Outcome.Found(
        Standing.on(member.signedUpOn(), day, balance::earnedIn, rules), balance.balance());
  }
}
