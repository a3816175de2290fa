package services.dataminer.points.functions.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.show.Pending;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.program.membership.MembershipYear;
import services.dataminer.points.program.membership.Standing;
import services.dataminer.points.program.rules.Level;
import services.dataminer.points.program.rules.RuleBook;

/// What a member has earned at a moment of the membership, with all that is known today.
@Singleton
class ReadBalance {

  private static final int ATTEMPTS = 5;

  private final Entries entries;
  private final Pending pending;
  private final RuleBook rules;
  private final ZoneId timeZone;

  ReadBalance(Entries entries, Pending pending, RuleBook rules, ZoneId timeZone) {
    this.entries = entries;
    this.pending = pending;
    this.rules = rules;
    this.timeZone = timeZone;
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
  BalanceView read(Member member, Instant at) {
    Snapshot snapshot = snapshot(member, at);
    Standing standing = standing(member, at, snapshot);
    return new BalanceView(
        member.id(),
        at,
        standing.level(),
        standing.carried(),
        standing.year(),
        standing.earned(),
        pending.of(member.id()),
        standing.next(),
        snapshot.balance().transferable(),
        snapshot.balance().transferred());
  }

  /// Whether a member's first year has begun at a moment.
  boolean hasBegun(Member member, Instant at) {
    return !LocalDate.ofInstant(at, timeZone).isBefore(member.signedUpOn());
  }

  /// Where a member stands at a moment, not before the sign-up.
  Standing standing(Member member, Instant at) {
    return standing(member, at, snapshot(member, at));
  }

  private Standing standing(Member member, Instant at, Snapshot snapshot) {
    LocalDate day = LocalDate.ofInstant(at, timeZone);
    return Standing.on(member.signedUpOn(), day, snapshot::earnedIn, rules);
  }

  /// The balance, and the entries in it that are dated after the moment asked for.
  private record Snapshot(Balance balance, List<Entry> later) {
    long earnedIn(MembershipYear year) {
      long after =
          later.stream()
              .filter(entry -> entry.kind().earns())
              .filter(entry -> entry.year().equals(year.from()))
              .mapToLong(Entry::points)
              .sum();
      return balance.earnedInYearFrom(year.from()) - after;
    }
  }

  /// Reads until no entry was written in between; entries come seldom, so once is usually enough.
  private Snapshot snapshot(Member member, Instant at) {
    if (!hasBegun(member, at)) {
      throw Problem.invalidField("at", "is before the sign-up on " + member.signedUpOn())
          .asException();
    }
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Balance balance = entries.balance(member.id());
      List<Entry> later = entries.after(member.id(), at);
      if (later.isEmpty() || entries.balance(member.id()).version() == balance.version()) {
        return new Snapshot(balance, later);
      }
    }
    throw new Unavailable("the balance of " + member.id() + " changed whenever it was read");
  }
}
