package services.dataminer.points.ledger.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.program.activity.Pseudonym;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What keeps a member from being entered as sent.
final class MemberObstacles {

  private MemberObstacles() {}

  /// @param pseudonyms of the member's identities, in their order
  /// @param items the identities, the partner and the balance, as far as they are there
  /// @param stored the profile as it is
  static Optional<SaveOutcome.Refused> first(
      Member member,
      List<Pseudonym> pseudonyms,
      Map<Key, Map<String, AttributeValue>> items,
      Optional<MemberItem> stored) {
    if (stored.filter(MemberItem::erased).isPresent()) {
      return Optional.of(new SaveOutcome.IdOfErasedMember());
    }
    for (int i = 0; i < pseudonyms.size(); i++) {
      var owner = Directory.member(pseudonyms.get(i), items);
      if (owner.isPresent() && !owner.get().memberId().equals(member.id())) {
        return Optional.of(
            new SaveOutcome.IdentityOfAnotherMember(
                member.identities().get(i), owner.get().memberId()));
      }
    }
    if (member.partnerId().map(Keys::partner).filter(key -> !items.containsKey(key)).isPresent()) {
      return Optional.of(new SaveOutcome.UnknownPartner());
    }
    if (Members.redated(member, stored) && Members.isBalanced(items, member.id())) {
      return Optional.of(new SaveOutcome.SignUpFixed());
    }
    return Optional.empty();
  }
}
