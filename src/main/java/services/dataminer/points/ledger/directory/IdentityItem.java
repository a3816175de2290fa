package services.dataminer.points.ledger.directory;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Whose an identity is, with all that an assessment needs of the member. An erased person's
/// identity is nobody's and marked as such, until it is entered for someone.
public record IdentityItem(String memberId, Optional<String> partnerId, LocalDate signedUpOn) {

  static final String MEMBER_ID = "memberId";
  static final String ERASED = "erased";

  /// What is kept of an identity in place of its member.
  static final Map<String, AttributeValue> OF_AN_ERASED_PERSON =
      Map.of(ERASED, AttributeValue.fromBool(true));

  /// Holds as long as the identity is no member's, whether or not it was an erased person's.
  static final Condition NOBODYS = Condition.lacks(MEMBER_ID);

  static Map<String, AttributeValue> of(Member member) {
    return Document.of(new IdentityItem(member.id(), member.partnerId(), member.signedUpOn()));
  }
}
