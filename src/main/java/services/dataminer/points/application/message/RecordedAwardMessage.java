package services.dataminer.points.application.message;

import java.util.List;
import java.util.Objects;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.RecordedAwardFact;

/// What travels on the queues of the functions for what administrators decide on: facts about one
/// activity, or a request to reassess it.
///
/// @param schema the version of this shape; a reader refuses those it does not know
/// @param again how far to reassess it; `NOTHING` for a message that brings facts
public record RecordedAwardMessage(
    int schema, ActivityId activityId, List<RecordedAwardFact> facts, ReassessmentScope again) {

  /// The version written by this code.
  public static final int SCHEMA = 1;

  /// @throws IllegalArgumentException if the schema is unknown or there is nothing to do
  public RecordedAwardMessage {
    if (schema != SCHEMA) {
      throw new IllegalArgumentException("unknown message schema " + schema);
    }
    Objects.requireNonNull(activityId, "activityId");
    facts = List.copyOf(facts);
    Objects.requireNonNull(again, "again");
    if (facts.isEmpty() && again == ReassessmentScope.NOTHING) {
      throw new IllegalArgumentException("a message without a fact asks for nothing");
    }
  }

  /// A fact about an activity.
  public static RecordedAwardMessage of(ActivityId activityId, RecordedAwardFact fact) {
    return new RecordedAwardMessage(SCHEMA, activityId, List.of(fact), ReassessmentScope.NOTHING);
  }

  /// A request to reassess an activity.
  public static RecordedAwardMessage reassess(ActivityId activityId, ReassessmentScope again) {
    return new RecordedAwardMessage(SCHEMA, activityId, List.of(), again);
  }
}
