package services.dataminer.points.ledger.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.Pseudonym;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A member as sent, and all that is stored to hold it against: one batch read.
///
/// @param pseudonyms of the addresses and accounts sent
record MemberEntry(
    Member member,
    List<Pseudonym> pseudonyms,
    Map<Key, Map<String, AttributeValue>> items,
    Optional<MemberItem> stored) {

  static MemberEntry read(Member member, Table table, Identities identities) {
    List<Pseudonym> pseudonyms = identities.of(member);
    var keys = new ArrayList<>(pseudonyms.stream().map(Keys::identity).toList());
    keys.add(Keys.member(member.id()));
    keys.add(Keys.balance(member.id()));
    member.partnerId().map(Keys::partner).ifPresent(keys::add);
    var items = table.read(keys);
    return new MemberEntry(member, pseudonyms, items, Members.in(items, member.id()));
  }

  /// The member as it will be stored.
  Member next() {
    return stored.map(MemberItem::member).map(member::keepingHashesOf).orElse(member);
  }

  /// What entering the member comes to.
  SaveOutcome outcome() {
    return MemberObstacles.first(member, pseudonyms, items, stored)
        .<SaveOutcome>map(obstacle -> obstacle)
        .orElseGet(() -> new SaveOutcome.Done(stored.isEmpty(), everRedated()));
  }

  boolean isStored() {
    return stored.filter(item -> item.member().equals(next())).isPresent();
  }

  /// Kept once true: the save that moved the date may have failed to tell the member's activities,
  /// and is then sent again as a save that changes nothing.
  boolean everRedated() {
    return stored.filter(MemberItem::redated).isPresent() || Members.redated(member, stored);
  }
}
