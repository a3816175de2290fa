package services.dataminer.points.ledger.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import services.dataminer.points.ledger.activity.ParticipantName.ByAddress;
import services.dataminer.points.ledger.activity.ParticipantName.ByDomain;
import services.dataminer.points.ledger.activity.ParticipantName.ByMemberId;
import services.dataminer.points.ledger.activity.ParticipantName.Erased;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.award.Person;
import services.dataminer.points.program.award.TieBreaker;

/// Who someone at an activity is, as first assessed, and the one place where an activity keeps an
/// address.
///
/// @param memberId the member credited
/// @param signedUpOn when that member signed up, which decides the membership year of an award
/// @param partnerId the partner whose person this was
/// @param skyline whether the person attends for Skyline
/// @param inanimate whether nobody is behind the address: a room, or a robot that takes notes
/// @param claimed whether the member signed up after the activity was first assessed
public record Participant(
    @JsonProperty("address") ParticipantName name,
    Optional<String> memberId,
    Optional<LocalDate> signedUpOn,
    Optional<String> partnerId,
    boolean skyline,
    boolean inanimate,
    boolean claimed) {

  private static final String MAIL = "mailto:";

  /// A member named by the id, which is the pseudonym, too: there is no address to hide.
  public static Participant ofMember(
      String memberId, LocalDate signedUpOn, Optional<String> partnerId) {
    return new Participant(
        new ByMemberId(memberId),
        Optional.of(memberId),
        Optional.of(signedUpOn),
        partnerId,
        false,
        false,
        false);
  }

  /// A partner's person whose share waits for a sign-up.
  public boolean isUnclaimed() {
    return partnerId.isPresent() && memberId.isEmpty();
  }

  /// This person, now known to be a member. Partner and tie breaker stay as first assessed.
  public Participant claimedBy(String member, LocalDate memberSignedUpOn) {
    return new Participant(
        name,
        Optional.of(member),
        Optional.of(memberSignedUpOn),
        partnerId,
        skyline,
        inanimate,
        true);
  }

  /// This person as if a member at the first assessment: ref and tie breaker follow the member id.
  public Participant asMember() {
    return new Participant(name, memberId, signedUpOn, partnerId, skyline, inanimate, false);
  }

  /// This person, with the sign-up date the directory has now.
  public Participant signedUpOn(LocalDate date) {
    return new Participant(
        name, memberId, Optional.of(date), partnerId, skyline, inanimate, claimed);
  }

  /// The address, where it is kept.
  public Optional<Address> address() {
    return name instanceof ByAddress(Address address) ? Optional.of(address) : Optional.empty();
  }

  /// Whether the address is kept, so that it must be found when the person is to be erased.
  public boolean hasAddress() {
    return address().isPresent();
  }

  /// Whether some of these people have the address of a member with them.
  static boolean anyNames(Collection<Participant> people, String memberId) {
    Optional<String> member = Optional.of(memberId);
    return people.stream().anyMatch(who -> who.memberId().equals(member) && who.hasAddress());
  }

  /// This person without more of the address than its domain, which tells on whose side they are:
  /// nothing else is needed of those who get no share.
  public Participant unnamed() {
    return address()
        .map(Address::value)
        .filter(value -> value.startsWith(MAIL) && value.lastIndexOf('@') > 0)
        .map(value -> named(new ByDomain(value.substring(value.lastIndexOf('@') + 1))))
        .orElse(this);
  }

  /// This person with the address erased. What breaks ties stays, so that no one else's points move
  /// when the activity is divided again.
  ///
  /// @param divided the activity in whose division ties are broken
  public Participant erased(Pseudonym pseudonym, ActivityId divided) {
    return hasAddress()
        ? named(new Erased(new TieBreaker.Remembered(person(pseudonym).tieBreaker().at(divided))))
        : this;
  }

  private Participant named(ParticipantName left) {
    return new Participant(left, memberId, signedUpOn, partnerId, skyline, inanimate, claimed);
  }

  /// The person as the rules see it.
  public Person person(Pseudonym pseudonym) {
    Optional<String> asFirstAssessed = claimed ? Optional.empty() : memberId;
    return new Person(
        asFirstAssessed.orElse(pseudonym.value()),
        asFirstAssessed.<TieBreaker>map(TieBreaker.ByKey::new).orElseGet(name::tieBreaker),
        memberId,
        partnerId,
        skyline,
        inanimate);
  }
}
