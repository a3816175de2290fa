package services.dataminer.points.ledger.transfer;

import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;

/// The name under which DOJO books a transfer once, however often it is sent. Ids hold no dot, so
/// no two transfers have the same.
record TransferReference(String memberId, String id) {

  private static final char DOT = '.';

  static TransferReference of(Key transfer) {
    return new TransferReference(
        Keys.memberOf(transfer), transfer.sk().substring(Keys.TRANSFER.length()));
  }

  static TransferReference parse(String reference) {
    int dot = reference.indexOf(DOT);
    return new TransferReference(reference.substring(0, dot), reference.substring(dot + 1));
  }

  Key key() {
    return Keys.transfer(memberId, id);
  }

  @Override
  public String toString() {
    return memberId + DOT + id;
  }
}
