package services.dataminer.points.program.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.award.Decision.Granted;
import services.dataminer.points.program.award.Decision.Refused;
import services.dataminer.points.program.rules.Edition;

/// Something recorded, with all that it takes to grant or refuse it.
///
/// @param edition the rules in force on the day it counts
/// @param people the members named, by their ids
record Sharing(
    ActivityId id,
    Edition edition,
    LocalDate earnedOn,
    Recorded recorded,
    Map<String, Person> people) {

  /// Points for everyone named, in equal parts but for the rounding.
  Granted granted(long total, String arithmetic) {
    Fraction each = Fraction.of(total, recorded.people().size());
    List<Share> portions =
        recorded.people().stream()
            .map(member -> Share.roundedDown(people.get(member), each, true))
            .toList();
    var award =
        new Award(
            edition.id(),
            total,
            recorded.occurredAt(),
            earnedOn,
            arithmetic,
            LargestRemainder.divide(id, portions));
    return new Granted(award, arithmetic);
  }

  Refused refused(String reason) {
    return new Refused(Optional.of(edition.id()), reason);
  }
}
