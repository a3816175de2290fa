package services.dataminer.points.ledger.link;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The links by which members show their statement to whoever has one. A link works as long as the
/// member's own list has it; what is under its hash only leads to that list. So one write ends all
/// of a member's links, and both items are forgotten once the links have ended.
@Singleton
public class StatementLinks {

  /// How many of a member's links may work at the same time.
  public static final int MOST = 20;

  private final Table table;

  public StatementLinks(Table table) {
    this.table = table;
  }

  /// What became of a new link.
  public enum Outcome {
    ADDED,
    /// [#MOST] links work already.
    TOO_MANY,
    /// There is no such member, or the person was erased.
    NO_MEMBER
  }

  private record Target(String memberId) {}

  /// Adds a link.
  ///
  /// @param token what the link's path ends with, which nobody can guess; not kept
  /// @param until when the link ends
  public Outcome add(String memberId, String token, Instant until, Editor editor) {
    Key list = Keys.links(memberId);
    Key target = Keys.link(token);
    return table.retryOnConflict(
        () -> {
          var items = table.read(List.of(list, Keys.member(memberId)));
          if (!Members.isSignedUp(items, memberId)) {
            return Outcome.NO_MEMBER;
          }
          MemberLinks before = read(items, list);
          if (before.live(editor.at()).size() >= MOST) {
            return Outcome.TOO_MANY;
          }
          MemberLinks after = before.with(new MemberLinks.Link(target.pk(), until), editor.at());
          table.write(
              table
                  .transaction()
                  .put(
                      list,
                      expiring(editor.sign(after), after.lastEnd()),
                      Condition.version(before.version()))
                  .put(
                      target,
                      expiring(Document.of(new Target(memberId)), until),
                      Condition.ABSENT));
          return Outcome.ADDED;
        });
  }

  /// Ends all links of a member, if there are any.
  public void endAll(String memberId, Editor editor) {
    var none =
        new Change()
            .set("links", AttributeValue.fromL(List.of()))
            .add("version", 1)
            .onlyIf(Condition.PRESENT);
    table.change(Keys.links(memberId), editor.sign(none));
  }

  /// When those of a member's links end that work, the latest last.
  public List<Instant> ends(String memberId, Instant now) {
    Key list = Keys.links(memberId);
    return read(table.read(List.of(list)), list).live(now).stream()
        .map(MemberLinks.Link::until)
        .sorted()
        .toList();
  }

  /// Whose statement a link leads to; empty if it was never made, has ended, or the person was
  /// erased. Each takes the same two reads.
  ///
  /// @param token whatever the link's path ends with
  public Optional<Member> holder(String token, Instant now) {
    Key target = Keys.link(token);
    String memberId =
        Optional.ofNullable(table.read(List.of(target)).get(target))
            .map(item -> Document.read(item, Target.class).memberId())
            // No id of a member is empty.
            .orElse("");
    Key list = Keys.links(memberId);
    var items = table.read(List.of(list, Keys.member(memberId)));
    boolean works =
        read(items, list).live(now).stream().anyMatch(link -> link.key().equals(target.pk()));
    return works && Members.isSignedUp(items, memberId)
        ? Members.among(items, memberId)
        : Optional.empty();
  }

  private static MemberLinks read(Map<Key, Map<String, AttributeValue>> items, Key list) {
    return Optional.ofNullable(items.get(list))
        .map(item -> Document.read(item, MemberLinks.class))
        .orElseGet(MemberLinks::none);
  }

  /// An item that DynamoDB forgets after a moment.
  private static Map<String, AttributeValue> expiring(
      Map<String, AttributeValue> item, Instant end) {
    item.putAll(Expiry.attributes(Optional.of(end)));
    return item;
  }
}
