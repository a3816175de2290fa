package services.dataminer.points.ledger.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What a reconciliation found to differ at one member, kept for administrators to look at.
///
/// @param at the scheduled time of the run
/// @param earned by how many points the earned ones of all years changed
/// @param transferable by how many points the transferable ones changed
/// @param transferred by how many points the transferred ones changed
/// @param activities the first of those that had granted other than the entries said
/// @param transfers those that differ from their entries, which nothing corrects
public record Drift(
    String memberId,
    Instant at,
    long earned,
    long transferable,
    long transferred,
    List<ActivityId> activities,
    List<String> transfers) {

  /// How long it is kept.
  private static final Duration KEPT = Duration.ofDays(90);

  private static final int MOST_NAMED = 20;

  static Drift corrected(
      String memberId, Instant at, Balance was, Balance is, List<ActivityId> activities) {
    return new Drift(
        memberId,
        at,
        earned(is) - earned(was),
        is.transferable() - was.transferable(),
        is.transferred() - was.transferred(),
        activities.stream().limit(MOST_NAMED).toList(),
        List.of());
  }

  static Drift left(String memberId, Instant at, List<String> transfers) {
    return new Drift(
        memberId, at, 0, 0, 0, List.of(), transfers.stream().limit(MOST_NAMED).toList());
  }

  private static long earned(Balance balance) {
    return balance.earned().values().stream().mapToLong(Long::longValue).sum();
  }

  /// Whether a person must correct it.
  @JsonIgnore
  public boolean isLeft() {
    return !transfers.isEmpty();
  }

  /// Adds it to what is written. What is left as it is takes the place of what the run before
  /// found; each correction is kept.
  void writeTo(Transaction transaction) {
    Map<String, AttributeValue> item = Document.of(this);
    item.putAll(Due.DRIFT.at(memberId, at));
    item.putAll(Expiry.attributes(Optional.of(at.plus(KEPT))));
    Key key = Keys.drift(memberId, isLeft() ? "TRANSFERS" : Keys.sortable(at));
    transaction.put(key, item, Condition.NONE);
  }

  /// What an item of the index holds.
  public static Drift in(Map<String, AttributeValue> item) {
    return Document.read(item, Drift.class);
  }
}
