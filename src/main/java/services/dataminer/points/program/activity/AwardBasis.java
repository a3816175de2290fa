package services.dataminer.points.program.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// What administrators record awards for. Members are named by their ids. Each basis is a constant
/// of [ActivityKind].
public sealed interface AwardBasis permits HostedEvent, UseCase, Contribution, Adjustment {

  /// The ids of the members who share in it, each once, in order; never empty.
  List<String> people();

  /// The day whose rules apply.
  ///
  /// @param occurredAt when it happened
  /// @param timeZone the program's
  default LocalDate earnedOn(Instant occurredAt, ZoneId timeZone) {
    return occurredAt.atZone(timeZone).toLocalDate();
  }

  /// Whether both are the same.
  default boolean matches(AwardBasis other) {
    return equals(other);
  }
}
