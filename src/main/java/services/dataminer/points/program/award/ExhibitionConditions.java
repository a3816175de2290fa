package services.dataminer.points.program.award;

import java.time.Instant;
import java.util.Optional;
import services.dataminer.points.program.activity.Show;

/// What a booth meeting needs beyond having taken place: officially scheduled before the show, for
/// a partner. Source: partner benefits page, in-person meeting during an exhibition.
final class ExhibitionConditions {

  private ExhibitionConditions() {}

  /// The first condition that is not met, worded for the people concerned.
  static Optional<String> firstUnmet(Attendees attendees, Show show) {
    return scheduledBefore(attendees, show).or(() -> ofOnePartner(attendees));
  }

  private static Optional<String> scheduledBefore(Attendees attendees, Show show) {
    Instant scheduledAt = attendees.meeting().firstScheduledAt().orElseThrow();
    return scheduledAt.isBefore(show.opensAt())
        ? Optional.empty()
        : Optional.of(Reasons.bookedTooLate(scheduledAt, show));
  }

  private static Optional<String> ofOnePartner(Attendees attendees) {
    if (attendees.partner().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        attendees.partnersPresent().isEmpty()
            ? Reasons.NO_PARTNER
            : Reasons.severalPartners(attendees.partnersPresent()));
  }
}
