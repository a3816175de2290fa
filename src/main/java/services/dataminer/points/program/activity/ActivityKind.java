package services.dataminer.points.program.activity;

import java.util.Locale;

/// What an activity is. In JSON and in names of functions `exhibition-meeting` and so on.
public enum ActivityKind {
  /// A meeting whose booking is not known yet.
  MEETING,
  EXHIBITION_MEETING,
  VIRTUAL_MEETING,
  SHOW,
  /// Enrolling in a course, completing one, passing a quiz.
  COURSE_PROGRESS,
  HOSTED_EVENT,
  USE_CASE,
  CONTRIBUTION,
  ADJUSTMENT;

  /// The name outside of code.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind of meeting that a booking makes.
  public static ActivityKind of(Meeting meeting) {
    return meeting
        .booking()
        .map(
            booking ->
                switch (booking.place()) {
                  case IN_PERSON -> EXHIBITION_MEETING;
                  case VIDEO_CALL -> VIRTUAL_MEETING;
                })
        .orElse(MEETING);
  }

  /// The kind of activity that something recorded by an administrator makes.
  public static ActivityKind of(RecordedAwardFact.Recorded recorded) {
    return switch (recorded) {
      case RecordedAwardFact.HostedEvent _ -> HOSTED_EVENT;
      case RecordedAwardFact.UseCase _ -> USE_CASE;
      case RecordedAwardFact.Contribution _ -> CONTRIBUTION;
      case RecordedAwardFact.Adjustment _ -> ADJUSTMENT;
    };
  }
}
