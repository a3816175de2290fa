package services.dataminer.points.ledger.activity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.award.Person;

/// Who someone at an activity is, as first judged, and the one place where an activity keeps an
/// address.
///
/// @param address the IRI by which a sender named the person
/// @param memberId the member credited
/// @param signedUpOn when that member signed up, which tells the membership year of an award
/// @param partnerId the partner whose person this was
/// @param skyline whether the person attends for Skyline
/// @param claimed whether the member signed up after the activity was first judged
public record NamedPerson(
    String address,
    Optional<String> memberId,
    Optional<LocalDate> signedUpOn,
    Optional<String> partnerId,
    boolean skyline,
    boolean claimed) {

  /// A partner's person whose share waits for a sign-up.
  public boolean isUnclaimed() {
    return partnerId.isPresent() && memberId.isEmpty();
  }

  /// This person, now known to be a member. Partner and key stay as first judged.
  public NamedPerson claimedBy(String member, LocalDate memberSignedUpOn) {
    return new NamedPerson(
        address, Optional.of(member), Optional.of(memberSignedUpOn), partnerId, skyline, true);
  }

  /// This person, with the sign-up date the directory has now.
  public NamedPerson signedUpOn(LocalDate date) {
    return new NamedPerson(address, memberId, Optional.of(date), partnerId, skyline, claimed);
  }

  /// The person as the rules see it.
  public Person person(Identity pseudonym) {
    Optional<String> asFirstJudged = claimed ? Optional.empty() : memberId;
    return new Person(
        asFirstJudged.orElse(pseudonym.value()),
        asFirstJudged.orElseGet(this::key),
        memberId,
        partnerId,
        skyline);
  }

  private String key() {
    return address.substring(address.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }
}
