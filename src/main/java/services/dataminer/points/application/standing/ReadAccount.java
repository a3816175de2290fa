package services.dataminer.points.application.standing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.BalanceAt;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.view.MemberAccount;
import services.dataminer.points.ledger.view.MemberAccounts;
import services.dataminer.points.program.membership.MembershipYear;
import services.dataminer.points.program.membership.Standing;
import services.dataminer.points.program.rules.RuleBook;

/// Reads a member's page: where the member stands, what of the year under way led there, what is on
/// its way and what did not count.
@Singleton
public class ReadAccount {

  private final MemberAccounts accounts;
  private final RuleBook rules;
  private final ZoneId timeZone;

  /// @param timeZone the program's, in which a day is a day
  public ReadAccount(MemberAccounts accounts, RuleBook rules, ZoneId timeZone) {
    this.accounts = accounts;
    this.rules = rules;
    this.timeZone = timeZone;
  }

  /// What there is to show.
  public sealed interface Outcome {

    /// @param standing now
    /// @param balance as it is now
    /// @param account with the entries of the year under way, and any dated later
    record Found(Member member, Standing standing, Balance balance, MemberAccount account)
        implements Outcome {}

    /// The membership begins on a later day.
    record NotBegun(Member member) implements Outcome {}

    /// Nobody has signed up under this id.
    record NoMember() implements Outcome {}
  }

  public Outcome read(String memberId, Instant now) {
    Optional<MemberAccounts.Holder> holder = accounts.holder(memberId);
    if (holder.isEmpty()) {
      return new Outcome.NoMember();
    }
    Member member = holder.get().member();
    LocalDate today = LocalDate.ofInstant(now, timeZone);
    if (today.isBefore(member.signedUpOn())) {
      return new Outcome.NotBegun(member);
    }
    MembershipYear year = MembershipYear.of(member.signedUpOn(), today);
    MemberAccount account =
        accounts.read(memberId, Entries.Days.of(year, member.signedUpOn()).andLater());
    List<Entry> later =
        account.entries().stream().filter(entry -> entry.at().isAfter(now)).toList();
    var balance = new BalanceAt(holder.get().balance(), later);
    return new Outcome.Found(
        member,
        Standing.on(member.signedUpOn(), today, balance::earnedIn, rules),
        balance.balance(),
        account);
  }
}
