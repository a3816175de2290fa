package services.dataminer.points.operations;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import services.dataminer.points.ledger.directory.MemberLists;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.reconciliation.BalanceCheck;
import services.dataminer.points.ledger.reconciliation.CheckedBalance;
import services.dataminer.points.ledger.reconciliation.ReconciliationScope;
import services.dataminer.points.ledger.reconciliation.Roster;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfers;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Shows whether every balance of a table is the sum of its entries, and every transfer the points
/// that its entries moved. Only reads.
public final class CheckBalances {

  private CheckBalances() {}

  /// Ends the process with 0 if all are right, 1 if some are not.
  ///
  /// @param args the table's name
  public static void main(String[] args) {
    try (DynamoDbClient client = Clients.dynamoDb()) {
      System.exit(check(new Table(client, args[0]), System.out) ? 0 : 1);
    }
  }

  /// @return whether all are right
  static boolean check(Table table, PrintStream out) {
    var check = new BalanceCheck(table, new Entries(table), new Transfers(table));
    var count = new Count(check, out);
    new Roster(table, new MemberLists(table)).ofEveryone(count::add);
    out.printf(
        "%d members, %d points earned, %d transferred to DOJO, %d transferable; %d members differ%n",
        count.members, count.earned, count.transferred, count.transferable, count.wrong.size());
    return count.wrong.isEmpty();
  }

  private static final class Count {
    private final BalanceCheck check;
    private final PrintStream out;
    private final List<String> wrong = new ArrayList<>();
    private long members;
    private long earned;
    private long transferable;
    private long transferred;

    Count(BalanceCheck check, PrintStream out) {
      this.check = check;
      this.out = out;
    }

    boolean add(List<String> memberIds) {
      memberIds.forEach(this::add);
      return true;
    }

    private void add(String memberId) {
      CheckedBalance checked =
          check.check(check.stored(memberId), LocalDate.EPOCH, ReconciliationScope.EVERYTHING);
      Balance balance = checked.stored().balance();
      members++;
      earned += balance.earned().values().stream().mapToLong(points -> points).sum();
      transferable += balance.transferable();
      transferred += balance.transferred();
      if (!checked.isRight() || !checked.unexplainedTransfers().isEmpty()) {
        wrong.add(memberId);
        out.printf(
            "member %s: is %s, should be %s, transfers that differ: %s%n",
            memberId, balance, checked.expected(), checked.unexplainedTransfers());
      }
    }
  }
}
