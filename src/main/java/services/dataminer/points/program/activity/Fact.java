package services.dataminer.points.program.activity;

import java.time.Instant;

/// One reported thing about an activity. Facts arrive late, twice and in any order; merged, they
/// make the same activity all the same.
public sealed interface Fact permits MeetingFact, CourseFact, RecordedAwardFact {

  /// When the sender knew it; of two facts about one subject the later is the better informed.
  Instant at();
}
