package services.dataminer.points.ledger.transfer;

import java.util.List;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;

/// What the index says is due for a transfer run, by name alone.
///
/// @param changed members whose balance changed since a run last looked at it
/// @param open references of transfers that DOJO is still to be asked about
public record DueTransfers(List<String> changed, List<String> open) {

  static DueTransfers read(Table table) {
    List<Key> due = new DueWork(table).all(Due.TRANSFER);
    return new DueTransfers(
        DueWork.balances(due).toList(),
        due.stream()
            .filter(key -> key.sk().startsWith(Keys.TRANSFER))
            .map(key -> TransferReference.of(key).toString())
            .toList());
  }

  /// Where the open transfers are.
  List<Key> openKeys() {
    return open.stream().map(reference -> TransferReference.parse(reference).key()).toList();
  }

  /// Whose transfer a reference names.
  public static String memberOf(String reference) {
    return TransferReference.parse(reference).memberId();
  }
}
