package services.dataminer.points.ledger.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.table.Condition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A member's balance as it is stored, with what was proved of it.
///
/// @param member empty if the directory does not know the member
/// @param item the balance's attributes; empty if there is no balance
public record Stored(String memberId, Optional<Member> member, Map<String, AttributeValue> item) {

  public Balance balance() {
    return Balance.of(item);
  }

  public Proved proved() {
    return Proved.of(item);
  }

  /// Whether the balance waits for a kind of work.
  public boolean isDue(Due work) {
    return work.marks(item);
  }

  /// Whether nothing has changed since the last proof.
  public boolean isProved() {
    return balance().version() > 0 && proved().version() == balance().version();
  }

  /// Holds as long as the balance, and the work it waits for, are as read. Changes that give it
  /// other work to wait for are counted, except those of the nights among themselves.
  public Condition unchanged() {
    if (item.isEmpty()) {
      return Condition.ABSENT;
    }
    Condition version = Condition.version(balance().version());
    var names = new HashMap<>(version.names());
    names.put("#due", "due");
    var values = new HashMap<>(version.values());
    AttributeValue due = item.get("due");
    if (due == null) {
      return new Condition(version.expression() + " AND attribute_not_exists(#due)", names, values);
    }
    values.put(":due", due);
    return new Condition(version.expression() + " AND #due = :due", names, values);
  }
}
