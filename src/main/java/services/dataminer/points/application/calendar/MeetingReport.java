package services.dataminer.points.application.calendar;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.MeetingFact;

/// What a calendar reports of one meeting.
///
/// @param medium how people meet, as far as the calendar says; it chooses the queue, and facts
///   alone are assessed
public record MeetingReport(ActivityId meeting, Optional<Medium> medium, List<MeetingFact> facts) {

  public MeetingReport {
    Objects.requireNonNull(meeting, "meeting");
    Objects.requireNonNull(medium, "medium");
    facts = List.copyOf(facts);
  }

  /// The queue of the meeting's medium; where that is unknown, the one that does not need it.
  QueueName queue() {
    return medium.map(QueueName::forMeeting).orElse(QueueName.MEETING_ATTENDANCE);
  }

  MeetingMessage message() {
    return MeetingMessage.of(meeting, facts);
  }
}
