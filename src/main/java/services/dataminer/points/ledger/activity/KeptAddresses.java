package services.dataminer.points.ledger.activity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.award.Decision;
import services.dataminer.points.program.award.Share;

/// Whose addresses an assessed meeting keeps.
final class KeptAddresses {

  private KeptAddresses() {}

  /// Of Skyline's people, and of others outside the partner of a meeting that pays, no address is
  /// kept unless they have a share in the division. A refusal may be reassessed with another
  /// directory, which may know them.
  static Map<Pseudonym, Participant> of(
      Map<Pseudonym, Participant> known, Decision decided, Optional<String> partner) {
    boolean pays = decided.pays().isPresent();
    Set<String> sharing =
        decided.pays().stream()
            .flatMap(award -> award.shares().stream())
            .map(share -> share.person().ref())
            .collect(Collectors.toSet());
    var needed = new TreeMap<Pseudonym, Participant>();
    known.forEach(
        (who, person) -> {
          boolean outside = person.skyline() || (pays && person.partnerId().isEmpty());
          boolean shares = sharing.contains(person.person(who).ref());
          needed.put(who, outside && !shares ? person.unnamed() : person);
        });
    return needed;
  }

  /// The partner that a decision pays; empty if it pays none.
  static Optional<String> partnerOf(Decision decided) {
    return decided.pays().stream()
        .flatMap(award -> award.shares().stream())
        .filter(Share::awarded)
        .flatMap(share -> share.person().partnerId().stream())
        .findFirst();
  }
}
