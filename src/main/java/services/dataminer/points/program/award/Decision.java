package services.dataminer.points.program.award;

import java.util.Optional;

/// What the rules say of an activity, as far as it is known.
public sealed interface Decision {

  /// One sentence for the people concerned: what is or will be awarded, or why nothing is.
  String reason();

  /// Paid now.
  record Granted(Award award, String reason) implements Decision {}

  /// Will pay once something has happened, if nothing changes until then.
  record Deferred(Until until, Award expected, String reason) implements Decision {}

  /// Pays nothing, by the rules.
  ///
  /// @param edition the rules that say so; empty if no rules apply
  record Refused(Optional<String> edition, String reason) implements Decision {}

  /// Pays nothing, because it did not take place.
  record Cancelled(String reason) implements Decision {}

  /// Pays nothing, because an administrator retracted it.
  record Retracted(String reason) implements Decision {}

  /// Cannot be assessed yet, because too little is known.
  record Unknown(String reason) implements Decision {}

  /// Cannot be assessed until the catalogue has it; no refusal of anyone.
  record NotInCatalogue(String reason) implements Decision {}

  /// What a deferred award waits for.
  enum Until {
    /// The end of the meeting.
    END,
    /// The settlement of the show.
    SETTLEMENT
  }

  /// What the activity pays or is expected to pay.
  default Optional<Award> pays() {
    return switch (this) {
      case Granted granted -> Optional.of(granted.award());
      case Deferred deferred -> Optional.of(deferred.expected());
      case Refused _, Cancelled _, Retracted _, Unknown _, NotInCatalogue _ -> Optional.empty();
    };
  }
}
