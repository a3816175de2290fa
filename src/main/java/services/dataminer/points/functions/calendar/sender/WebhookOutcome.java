package services.dataminer.points.functions.calendar.sender;

import java.util.List;
import java.util.Optional;
import services.dataminer.points.application.calendar.MeetingReport;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.MeetingFact;

/// What a webhook says.
public sealed interface WebhookOutcome {

  /// Something about one meeting or more.
  record Reported(List<MeetingReport> reports) implements WebhookOutcome {

    public Reported {
      reports = List.copyOf(reports);
    }

    /// The meetings reported on, each once.
    public List<ActivityId> activityIds() {
      return reports.stream().map(MeetingReport::meeting).distinct().toList();
    }
  }

  /// Nothing that this product works on.
  ///
  /// @param why what was ignored and why
  record Ignored(String why) implements WebhookOutcome {}

  /// Facts about one meeting.
  ///
  /// @param medium how people meet, as far as the webhook says
  static WebhookOutcome reported(
      ActivityId meeting, Optional<Medium> medium, List<MeetingFact> facts) {
    return new Reported(List.of(new MeetingReport(meeting, medium, facts)));
  }
}
