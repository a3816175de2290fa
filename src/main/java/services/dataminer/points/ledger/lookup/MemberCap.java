package services.dataminer.points.ledger.lookup;

import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.program.award.CapPeriod;

/// The cap on what one member can get for an action in one period.
public record MemberCap(String memberId, String action, CapPeriod period) {

  Key key() {
    return Keys.cap(memberId, action, period.key());
  }
}
