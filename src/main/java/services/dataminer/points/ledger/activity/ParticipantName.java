package services.dataminer.points.ledger.activity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.award.TieBreaker;

/// What an activity keeps of how a participant was named: as much as is needed, and no more.
public sealed interface ParticipantName {

  /// The address by which a sender named someone who has a share, or may come to have one.
  record ByAddress(Address address) implements ParticipantName {
    @Override
    public String stored() {
      return address.value();
    }
  }

  /// What is left of the address of someone without a share: on whose side they are.
  record ByDomain(String domain) implements ParticipantName {
    @Override
    public String stored() {
      return DOMAIN + domain;
    }
  }

  /// A member whom an administrator named by the id.
  record ByMemberId(String memberId) implements ParticipantName {
    @Override
    public String stored() {
      return MEMBER + memberId;
    }
  }

  /// Someone whose address was erased; what broke their ties is remembered.
  record Erased(TieBreaker.Remembered tieBreaker) implements ParticipantName {
    @Override
    public String stored() {
      return TIE + tieBreaker.hash();
    }
  }

  String DOMAIN = "mailto:@";
  String MEMBER = "member:";
  String TIE = "lot:";

  /// The text that is kept.
  @JsonValue
  String stored();

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ParticipantName parse(String stored) {
    if (stored.startsWith(DOMAIN)) {
      return new ByDomain(stored.substring(DOMAIN.length()));
    }
    if (stored.startsWith(MEMBER)) {
      return new ByMemberId(stored.substring(MEMBER.length()));
    }
    return stored.startsWith(TIE)
        ? new Erased(new TieBreaker.Remembered(stored.substring(TIE.length())))
        : new ByAddress(new Address(stored));
  }

  /// What breaks ties of someone who is no member, by this name.
  default TieBreaker tieBreaker() {
    return switch (this) {
      case Erased erased -> erased.tieBreaker();
      case ByAddress _, ByDomain _, ByMemberId _ -> {
        String stored = stored();
        yield new TieBreaker.ByKey(
            stored.substring(stored.indexOf(':') + 1).toLowerCase(Locale.ROOT));
      }
    };
  }
}
