package services.dataminer.points.functions.admin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.ParticipantName.ByDomain;
import services.dataminer.points.program.activity.ActivityKind.Family;
import services.dataminer.points.program.activity.Address;

/// Someone whom a meeting names, as administrators see it. What the meeting pays depends on the
/// roles: no customer, no virtual meeting.
///
/// @param memberId the member, if it is one
/// @param identity the address, where it is kept and no member's
/// @param domain what is kept of another address
/// @param partnerId whose person it is
public record PersonView(
    Role role,
    Optional<String> memberId,
    Optional<String> identity,
    Optional<String> domain,
    Optional<String> partnerId) {

  /// As what someone takes part.
  public enum Role {
    SKYLINE,
    PARTNER,
    CUSTOMER,
    /// A room, or a robot that takes notes.
    NOBODY
  }

  private static final Comparator<PersonView> BY_ROLE = Comparator.comparing(PersonView::role);

  /// Everyone whom a meeting names, whether they came or not; nobody for other activities.
  static Optional<List<PersonView>> all(ActivityRecord record) {
    return Optional.of(
            record.people().values().stream().map(PersonView::of).sorted(BY_ROLE).toList())
        .filter(_ -> record.kind().family() == Family.MEETING)
        .filter(people -> !people.isEmpty());
  }

  private static PersonView of(Participant who) {
    boolean isMembers = who.memberId().isPresent();
    return new PersonView(
        role(who),
        who.memberId(),
        who.address().map(Address::value).filter(_ -> !isMembers),
        who.name() instanceof ByDomain(String domain) ? Optional.of(domain) : Optional.empty(),
        who.partnerId());
  }

  private static Role role(Participant who) {
    if (who.inanimate()) {
      return Role.NOBODY;
    }
    return who.skyline()
        ? Role.SKYLINE
        : who.partnerId().isPresent() ? Role.PARTNER : Role.CUSTOMER;
  }
}
