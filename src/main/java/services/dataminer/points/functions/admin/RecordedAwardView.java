package services.dataminer.points.functions.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.program.activity.Adjustment;
import services.dataminer.points.program.activity.Contribution;
import services.dataminer.points.program.activity.HostedEvent;
import services.dataminer.points.program.activity.HostedEvent.Day;
import services.dataminer.points.program.activity.HostedEvent.Series;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.activity.UseCase;

/// What an administrator recorded, in the words in which it was sent.
sealed interface RecordedAwardView {

  record HostedEventView(String title, Series series, List<Day> days, List<String> people)
      implements RecordedAwardView {}

  record UseCaseView(String title, List<String> authors, long points, LocalDate acceptedOn)
      implements RecordedAwardView {}

  record ContributionView(
      String memberId,
      String action,
      Optional<Long> points,
      Instant occurredAt,
      Optional<String> evidence)
      implements RecordedAwardView {}

  record AdjustmentView(String memberId, long points, String reason, Instant occurredAt)
      implements RecordedAwardView {}

  static RecordedAwardView of(Recorded recorded) {
    return switch (recorded.basis()) {
      case HostedEvent e -> new HostedEventView(e.title(), e.series(), e.days(), e.people());
      case UseCase u -> new UseCaseView(u.title(), u.people(), u.points(), u.acceptedOn());
      case Contribution c ->
          new ContributionView(
              c.memberId(),
              c.action(),
              c.points(),
              recorded.occurredAt(),
              c.evidence().filter(_ -> !c.hasErasedEvidence()));
      case Adjustment a ->
          new AdjustmentView(a.memberId(), a.points(), a.reason(), recorded.occurredAt());
    };
  }
}
