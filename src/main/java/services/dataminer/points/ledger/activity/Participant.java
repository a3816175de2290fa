package services.dataminer.points.ledger.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.award.Person;

/// Who someone at an activity is, as first judged, and the one place where an activity keeps an
/// address.
///
/// @param address the IRI by which a sender named the person; of someone whose address is not
///   needed, what is left of it; of a member whom an administrator named, `member:` and the id
/// @param memberId the member credited
/// @param signedUpOn when that member signed up, which tells the membership year of an award
/// @param partnerId the partner whose person this was
/// @param skyline whether the person attends for Skyline
/// @param inanimate whether nobody is behind the address: a room, or a robot that takes notes
/// @param claimed whether the member signed up after the activity was first judged
public record Participant(
    String address,
    Optional<String> memberId,
    Optional<LocalDate> signedUpOn,
    Optional<String> partnerId,
    boolean skyline,
    boolean inanimate,
    boolean claimed) {

  private static final String MAIL = "mailto:";
  private static final String NO_ONE_AT = MAIL + "@";
  private static final String BY_ID = "member:";

  /// A member named by the id, which is the pseudonym, too: there is no address to hide.
  public static Participant ofMember(
      String memberId, LocalDate signedUpOn, Optional<String> partnerId) {
    return new Participant(
        BY_ID + memberId,
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

  /// This person, now known to be a member. Partner and key stay as first judged.
  public Participant claimedBy(String member, LocalDate memberSignedUpOn) {
    return new Participant(
        address,
        Optional.of(member),
        Optional.of(memberSignedUpOn),
        partnerId,
        skyline,
        inanimate,
        true);
  }

  /// This person, with the sign-up date the directory has now.
  public Participant signedUpOn(LocalDate date) {
    return new Participant(
        address, memberId, Optional.of(date), partnerId, skyline, inanimate, claimed);
  }

  /// Whether the address is kept, so that it must be found when the person is to be erased.
  public boolean hasAddress() {
    return Stream.of(Person.DRAWN, NO_ONE_AT, BY_ID).noneMatch(address::startsWith);
  }

  /// Whether some of these people have the address of a member with them.
  static boolean anyNames(Collection<Participant> people, String memberId) {
    Optional<String> member = Optional.of(memberId);
    return people.stream().anyMatch(who -> who.memberId().equals(member) && who.hasAddress());
  }

  /// This person without more of the address than its domain, which tells on whose side they are:
  /// nothing else is needed of those who get no share.
  public Participant unnamed() {
    int at = address.lastIndexOf('@');
    return hasAddress() && address.startsWith(MAIL) && at > 0
        ? withAddress(NO_ONE_AT + address.substring(at + 1))
        : this;
  }

  /// This person with the address erased. The lot that it had drawn stays, so that no one else's
  /// points move when the activity is divided again.
  ///
  /// @param divided the activity in whose division the lot counts
  public Participant erased(Pseudonym pseudonym, ActivityId divided) {
    return hasAddress() ? withAddress(Person.DRAWN + person(pseudonym).lot(divided)) : this;
  }

  private Participant withAddress(String left) {
    return new Participant(left, memberId, signedUpOn, partnerId, skyline, inanimate, claimed);
  }

  /// The person as the rules see it.
  public Person person(Pseudonym pseudonym) {
    Optional<String> asFirstJudged = claimed ? Optional.empty() : memberId;
    return new Person(
        asFirstJudged.orElse(pseudonym.value()),
        asFirstJudged.orElseGet(this::key),
        memberId,
        partnerId,
        skyline,
        inanimate);
  }

  private String key() {
    if (address.startsWith(Person.DRAWN)) {
      return address;
    }
    return address.substring(address.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }
}
