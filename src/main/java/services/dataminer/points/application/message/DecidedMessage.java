package services.dataminer.points.application.message;

import java.util.List;
import java.util.Objects;
import services.dataminer.points.application.message.MeetingMessage.Again;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.DecidedFact;

/// What travels on the queues of the functions for what administrators decide on: facts about one
/// activity, or the wish to judge it again.
///
/// @param schema the version of this shape; a reader refuses those it does not know
/// @param again how far to judge it anew; `NOTHING` for a message that brings facts
public record DecidedMessage(
    int schema, ActivityId activityId, List<DecidedFact> facts, Again again) {

  /// The version written by this code.
  public static final int SCHEMA = 1;

  /// @throws IllegalArgumentException if the schema is unknown or there is nothing to do
  public DecidedMessage {
    if (schema != SCHEMA) {
      throw new IllegalArgumentException("unknown message schema " + schema);
    }
    Objects.requireNonNull(activityId, "activityId");
    facts = List.copyOf(facts);
    Objects.requireNonNull(again, "again");
    if (facts.isEmpty() && again == Again.NOTHING) {
      throw new IllegalArgumentException("a message without a fact asks for nothing");
    }
  }

  /// A fact about an activity.
  public static DecidedMessage of(ActivityId activityId, DecidedFact fact) {
    return new DecidedMessage(SCHEMA, activityId, List.of(fact), Again.NOTHING);
  }

  /// The wish to judge an activity again.
  public static DecidedMessage judgeAgain(ActivityId activityId, Again again) {
    return new DecidedMessage(SCHEMA, activityId, List.of(), again);
  }
}
