package services.dataminer.points.program.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Something an administrator recorded or retracted.
public sealed interface RecordedAwardFact extends Fact
    permits RecordedAwardFact.Recorded, Retraction {

  /// The one fact that makes a recorded award.
  ///
  /// @param by the administrator's id
  /// @param occurredAt when it happened, to which its points are dated; of what has only a day, the
  ///   first instant of that day in the program's time zone
  record Recorded(Instant at, String by, Instant occurredAt, AwardBasis basis)
      implements RecordedAwardFact {

    public Recorded {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(occurredAt, "occurredAt");
      Objects.requireNonNull(basis, "basis");
    }

    public ActivityKind kind() {
      return ActivityKind.of(basis);
    }

    /// The ids of the members who share in it, each once, in order; never empty.
    public List<String> people() {
      return basis.people();
    }

    /// The day whose rules apply, in the program's time zone.
    public LocalDate earnedOn(ZoneId timeZone) {
      return basis.earnedOn(occurredAt, timeZone);
    }

    /// Whether another records the same, whoever recorded it and when.
    public boolean matches(Recorded other) {
      return occurredAt.equals(other.occurredAt) && basis.matches(other.basis);
    }

    /// The contribution that it records, if it records one.
    public Optional<Contribution> contribution() {
      return basis instanceof Contribution contribution
          ? Optional.of(contribution)
          : Optional.empty();
    }

    /// The same without evidence.
    public Recorded erased() {
      return contribution()
          .map(contribution -> new Recorded(at, by, occurredAt, contribution.erased()))
          .orElse(this);
    }
  }
}
