package services.dataminer.points.application.transfer;

import java.time.Instant;
import java.time.LocalDate;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.program.membership.MembershipYear;
import services.dataminer.points.program.rules.RuleBook;

/// A transfer as it begins, whoever asks for it.
final class NewTransfer {

  private NewTransfer() {}

  /// @param id names it among the member's
  /// @param points whole points, at least 1; DOJO gets them at the rate of the day
  /// @param on the day, in the program's time zone
  static Transfer of(
      Member member, String id, long points, RuleBook rules, Instant at, LocalDate on) {
    return Transfer.of(
        member.id(),
        id,
        points,
        Math.multiplyExact(points, rules.dojoOn(on).rate()),
        at,
        on,
        MembershipYear.of(member.signedUpOn(), on).from());
  }
}
