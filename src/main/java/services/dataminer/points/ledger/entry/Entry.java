package services.dataminer.points.ledger.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.ActivityId;

/// One line of a member's account. Once written it is never changed or removed; a correction is
/// another entry.
///
/// @param revision the activity's version that wrote it; with the activity, the entry's id
/// @param at when it was earned
/// @param earnedOn the day it counts on
/// @param recordedAt when we learned of it
/// @param year the first day of the membership year it counts in
/// @param points whole points, signed, not 0
/// @param edition the rules it was assessed by
public record Entry(
    String memberId,
    ActivityId activityId,
    long revision,
    EntryKind kind,
    long points,
    Instant at,
    LocalDate earnedOn,
    Instant recordedAt,
    LocalDate year,
    Optional<String> edition,
    String reason) {

  public Entry {
    if (points == 0) {
      throw new IllegalArgumentException("an entry moves points: " + activityId);
    }
  }

  /// The entry's name among the member's entries.
  public String id() {
    return activityId + "#" + revision;
  }

  public Key key() {
    return Keys.entry(memberId, at, activityId, revision);
  }

  /// Adds the entry, and what it adds to the member's balance: two items.
  public void writeTo(Transaction transaction) {
    writeTo(transaction, new Change());
  }

  /// Adds the entry and its effect on the member's balance, which is then looked at by the night.
  ///
  /// @param balance what else changes in the balance, and on what condition
  public void writeTo(Transaction transaction, Change balance) {
    transaction.put(key(), Document.of(this), Condition.ABSENT);
    if (kind.earns()) {
      balance.add(Balance.earnedIn(year), points);
    }
    balance.add("transferable", points);
    transaction.update(Keys.balance(memberId), Balance.touched(memberId, balance));
  }
}
