package services.dataminer.points.application.transfer;

import java.time.Duration;
import java.util.Optional;

/// DOJO, which takes points.
@FunctionalInterface
public interface Dojo {

  /// Asks DOJO once for a credit. The same reference may be asked for again: it is booked once.
  Response credit(Credit credit);

  /// What DOJO answered.
  sealed interface Response {

    /// It has booked the credit, now or before.
    record Credited() implements Response {}

    /// It will not book it.
    ///
    /// @param reason why; without addresses, since members read it
    record Rejected(String reason) implements Response {}

    /// It asks to come again later. Whether it has booked the credit is not known.
    ///
    /// @param what it answered
    /// @param pause how long it asks to wait; empty if it does not say
    record Busy(String what, Optional<Duration> pause) implements Response {}

    /// It answered, but not what became of this credit. Others may fare better.
    ///
    /// @param what it answered
    record Unclear(String what) implements Response {}

    /// No answer, or one that DOJO would give to no one: it is down, elsewhere, or does not know
    /// us. Whether it has booked the credit is not known.
    ///
    /// @param what happened
    record Absent(String what) implements Response {}

    /// It was not asked.
    ///
    /// @param why not
    record NotAsked(String why) implements Response {}
  }
}
