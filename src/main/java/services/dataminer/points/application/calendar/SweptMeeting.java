package services.dataminer.points.application.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;

/// A meeting whose booked end has passed, and what there is to report of it.
///
/// @param stored as it was read
/// @param ends whether the end counts: the calendar's record may say that the meeting was cancelled
///   or ends later
record SweptMeeting(ActivityRecord stored, MeetingReport report, boolean ends) {

  /// @param recorded what the calendar's record adds; read after the meeting
  /// @param scheduledAt the run's own time
  static SweptMeeting of(ActivityRecord stored, List<MeetingFact> recorded, Instant scheduledAt) {
    Meeting known = stored.meeting().with(recorded);
    Optional<Booking> over =
        known.state().takingPlace().filter(booking -> !booking.endsAt().isAfter(scheduledAt));
    var facts = new ArrayList<>(recorded);
    over.map(booking -> new MeetingFact.Ended(booking.endsAt())).ifPresent(facts::add);
    var report = new MeetingReport(stored.id(), known.booking().map(Booking::place), facts);
    return new SweptMeeting(stored, report, over.isPresent());
  }
}
