package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.Objects;

/// An administrator retracted an activity, for good.
///
/// @param by the administrator's id
/// @param reason shown to the people concerned
public record Retraction(Instant at, String by, String reason)
    implements MeetingFact, CourseFact, RecordedAwardFact {

  public Retraction {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(reason, "reason");
  }
}
