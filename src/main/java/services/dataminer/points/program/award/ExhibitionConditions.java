package services.dataminer.points.program.award;

import java.time.Instant;
import java.util.Optional;
import services.dataminer.points.program.activity.Show;

/// What a booth meeting needs beyond having taken place: officially scheduled before the show, for
/// a partner. Source: partner benefits page, in-person meeting during an exhibition.
final class ExhibitionConditions {

  private ExhibitionConditions() {}

  /// The first condition that is not met, worded for the people concerned.
  static Optional<String> firstUnmet(Attendees attended, Show show) {
    return scheduledBefore(attended, show).or(() -> ofOnePartner(attended));
  }

  private static Optional<String> scheduledBefore(Attendees attended, Show show) {
    Instant scheduledAt = attended.meeting().firstScheduledAt().orElseThrow();
    return scheduledAt.isBefore(show.opensAt())
        ? Optional.empty()
        : Optional.of(Reasons.bookedTooLate(scheduledAt, show));
  }

  private static Optional<String> ofOnePartner(Attendees attended) {
    if (attended.partner().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        attended.partnersPresent().isEmpty()
            ? Reasons.NO_PARTNER
            : Reasons.severalPartners(attended.partnersPresent()));
  }
}
