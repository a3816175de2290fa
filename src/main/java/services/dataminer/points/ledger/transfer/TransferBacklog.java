package services.dataminer.points.ledger.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;

/// What waits for a transfer run.
///
/// @param changed members whose balance changed since a run last looked at it
/// @param open transfers that DOJO is still to be asked about, those that are open longest first
/// @param unreadable what waits among the transfers and is none
public record TransferBacklog(
    List<String> changed, List<Transfer> open, List<Unreadable> unreadable) {

  /// Something that is kept as a transfer and cannot be read as one.
  ///
  /// @param name its name among all that is kept of the member
  /// @param why what is wrong with it
  public record Unreadable(String memberId, String name, RuntimeException why) {}

  static TransferBacklog read(Table table, DueTransfers due) {
    var open = new ArrayList<Transfer>();
    var unreadable = new ArrayList<Unreadable>();
    for (var item : table.read(due.openKeys()).entrySet()) {
      try {
        open.add(Transfers.read(item.getValue()));
      } catch (RuntimeException e) {
        Key key = item.getKey();
        unreadable.add(new Unreadable(Keys.memberOf(key), key.sk(), e));
      }
    }
    open.removeIf(transfer -> !transfer.isOpen());
    open.sort(Comparator.comparing(Transfer::at).thenComparing(Transfer::reference));
    return new TransferBacklog(due.changed(), open, unreadable);
  }
}
