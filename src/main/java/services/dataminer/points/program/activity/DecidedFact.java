package services.dataminer.points.program.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Something an administrator recorded or decided.
public sealed interface DecidedFact extends Fact
    permits DecidedFact.HostedEvent,
        DecidedFact.UseCase,
        DecidedFact.Contribution,
        DecidedFact.Adjustment,
        Retracted {

  /// An Inspire or Empower "on tour" event that was hosted or co-hosted.
  ///
  /// @param days each day with the points decided for it
  /// @param people the members among whom they are divided
  record HostedEvent(
      Instant at, String by, String title, Series series, List<Day> days, List<String> people)
      implements DecidedFact {}

  /// A use case that the community accepted.
  record UseCase(
      Instant at, String by, String title, List<String> authors, long points, LocalDate acceptedOn)
      implements DecidedFact {}

  /// A general contribution of a member.
  ///
  /// @param action its code in the rule book
  /// @param points what the approver decided, for an action that has a range
  /// @param evidence where it can be seen
  record Contribution(
      Instant at,
      String by,
      String memberId,
      String action,
      Optional<Long> points,
      Instant occurredAt,
      Optional<String> evidence)
      implements DecidedFact {}

  /// A correction of a figure that no fact explains.
  ///
  /// @param points whole points, signed
  record Adjustment(
      Instant at, String by, String memberId, long points, String reason, Instant occurredAt)
      implements DecidedFact {}

  /// One day of an event.
  record Day(LocalDate date, long points) {}

  /// The series of events that count.
  enum Series {
    INSPIRE,
    EMPOWER
  }
}
