package services.dataminer.points.ledger.directory;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.page.Page;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Lists of members, so that none is found by scanning the table: a partner's people, and the
/// roster of all, in parts of about the same size.
@Singleton
public class MemberLists {

  /// Into how many parts the roster is divided.
  public static final int PARTS = 30;

  private final Table table;

  public MemberLists(Table table) {
    this.table = table;
  }

  /// Adds what a change of a member's profile changes in the lists.
  ///
  /// @param before the member as stored; empty for a new one
  static void write(Transaction transaction, Optional<Member> before, Member after) {
    if (before.isEmpty()) {
      transaction.put(row(roster(part(after.id())), after.id()), Map.of(), Condition.NONE);
    }
    Optional<String> was = before.flatMap(Member::partnerId);
    if (!was.equals(after.partnerId())) {
      was.ifPresent(partner -> transaction.delete(personOf(partner, after.id())));
      after
          .partnerId()
          .ifPresent(
              partner -> transaction.put(personOf(partner, after.id()), Map.of(), Condition.NONE));
    }
  }

  /// Where a partner's list names a member.
  static Key personOf(String partnerId, String memberId) {
    return row(Keys.partner(partnerId).pk(), memberId);
  }

  /// The ids of a partner's members.
  public List<String> peopleOf(String partnerId) {
    return table.beginningWith(Keys.partner(partnerId).pk(), Keys.MEMBER).stream()
        .map(MemberLists::memberId)
        .toList();
  }

  /// The part of the roster that names a member.
  public static int part(String memberId) {
    return Math.floorMod(memberId.hashCode(), PARTS);
  }

  /// One page of a part of the roster, in the order of ids.
  ///
  /// @param after the last id of the page before; empty for the first page
  public List<String> page(int part, Optional<String> after, int limit) {
    return table
        .page(
            QueryRequest.builder()
                .keyConditionExpression("pk = :pk AND begins_with(sk, :member)")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(roster(part)),
                        ":member", AttributeValue.fromS(Keys.MEMBER)))
                .exclusiveStartKey(after.map(id -> row(roster(part), id).attributes()).orElse(null))
                .limit(limit))
        .items()
        .stream()
        .map(MemberLists::memberId)
        .toList();
  }

  /// One page of all members, part by part of the roster, each in the order of ids. A whole tour
  /// makes a request for each part and for each page.
  ///
  /// @param after the `next` of the page before, or what [#cursor] read
  /// @param limit how many members at the most
  public Page<String> tour(Optional<PageCursor> after, int limit) {
    Optional<String> last = after.map(place -> place.text().substring(Keys.MEMBER.length()));
    int part = last.map(MemberLists::part).orElse(0);
    // One more than requested shows whether another page follows.
    var ids = new ArrayList<>(page(part, last, limit + 1));
    for (part++; part < PARTS && ids.size() <= limit; part++) {
      ids.addAll(page(part, Optional.empty(), limit + 1 - ids.size()));
    }
    return Page.of(ids, id -> Keys.MEMBER + id, limit);
  }

  /// A cursor of a tour that was handed out as text.
  ///
  /// @return empty if it is none
  public static Optional<PageCursor> cursor(String text) {
    return Optional.of(text)
        .filter(place -> place.startsWith(Keys.MEMBER) && place.length() > Keys.MEMBER.length())
        .map(PageCursor::new);
  }

  private static String roster(int part) {
    return "ROSTER#" + part;
  }

  private static Key row(String list, String memberId) {
    return new Key(list, Keys.MEMBER + memberId);
  }

  private static String memberId(Map<String, AttributeValue> row) {
    return row.get("sk").s().substring(Keys.MEMBER.length());
  }
}
