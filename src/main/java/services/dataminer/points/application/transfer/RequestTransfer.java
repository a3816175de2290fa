package services.dataminer.points.application.transfer;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.transfer.RequestOutcome;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.program.award.Reasons;
import services.dataminer.points.program.rules.RuleBook;

/// Reserves points that a member wants to take to DOJO at once, so that they cannot be asked for
/// twice; the next night takes them.
@Singleton
public class RequestTransfer {

  private final Transfers transfers;
  private final RuleBook rules;
  private final ZoneId timeZone;

  /// @param timeZone the program's, in which a day is a day
  public RequestTransfer(Transfers transfers, RuleBook rules, ZoneId timeZone) {
    this.transfers = transfers;
    this.rules = rules;
    this.timeZone = timeZone;
  }

  /// Asks for a transfer, once however often it is asked for.
  ///
  /// @param id the member's own name for it
  /// @param points whole points, at least 1
  public RequestOutcome request(Member member, String id, long points, Instant at) {
    LocalDate on = LocalDate.ofInstant(at, timeZone);
    Transfer transfer = NewTransfer.of(member, id, points, rules, at, on);
    return transfers.request(transfer, Reasons.transferRequested(points));
  }
}
