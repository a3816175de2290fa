package services.dataminer.points.ledger.reconciliation;

import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A member's balance as it is stored, with what was reconciled of it.
///
/// @param member empty if the directory does not know the member
/// @param item the balance's attributes; empty if there is no balance
public record StoredBalance(
    String memberId, Optional<Member> member, Map<String, AttributeValue> item) {

  /// Among items read, of the member's partition.
  static StoredBalance among(Map<Key, Map<String, AttributeValue>> items, String memberId) {
    return new StoredBalance(
        memberId,
        Members.among(items, memberId),
        Optional.ofNullable(items.get(Keys.balance(memberId))).orElse(Map.of()));
  }

  public Balance balance() {
    return Balance.of(item);
  }

  /// What was reconciled of it; nothing before the first time.
  public BalanceSnapshot reconciled() {
    return Optional.ofNullable(item.get(BalanceSnapshot.ATTRIBUTE))
        .map(snapshot -> Document.read(snapshot.m(), BalanceSnapshot.class))
        .orElse(BalanceSnapshot.NOTHING);
  }

  /// Whether the balance waits for a kind of work.
  public boolean isDue(Due work) {
    return work.marks(item);
  }

  /// Whether nothing has changed since the last reconciliation.
  public boolean isReconciled() {
    return balance().version() > 0 && reconciled().version() == balance().version();
  }

  /// Holds as long as the balance, the work it waits for and what was reconciled of it are as read.
  public Condition unchanged() {
    return Condition.asRead(item, "version", "due", BalanceSnapshot.ATTRIBUTE);
  }
}
