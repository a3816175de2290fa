package services.dataminer.points.program.award;

import java.util.Optional;
import services.dataminer.points.program.activity.Venue;

/// What a video call needs beyond having taken place: initiated and scheduled by a partner, with a
/// customer. Source: partner benefits page, virtual meeting.
final class VirtualConditions {

  private VirtualConditions() {}

  /// The first condition that is not met, worded for the people concerned.
  static Optional<String> firstUnmet(Attendees attendees, Venue venue) {
    if (!(venue instanceof Venue.Elsewhere)) {
      return Optional.of(Reasons.CALL_AT_BOOTH);
    }
    Optional<String> partner = attendees.bookersPartner();
    if (partner.isEmpty()) {
      return Optional.of(Reasons.CALL_NOT_BY_PARTNER);
    }
    boolean customer =
        attendees.present().stream()
            .anyMatch(person -> !person.skyline() && !person.isOf(partner.get()));
    return customer ? Optional.empty() : Optional.of(Reasons.NO_CUSTOMER);
  }
}
