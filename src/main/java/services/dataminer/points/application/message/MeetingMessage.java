package services.dataminer.points.application.message;

import java.util.List;
import java.util.Objects;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;

/// What travels on the queues of the meeting functions: facts about one meeting, or a request to
/// reassess it. People are named by their addresses as IRIs (`mailto:ada@acme.example`, lower
/// case).
///
/// @param schema the version of this shape; a reader refuses those it does not know
/// @param again what of the directory to look up anew; `NOTHING` for a message that brings facts
public record MeetingMessage(
    int schema, ActivityId activityId, List<MeetingFact> facts, ReassessmentScope again) {

  /// The version written by this code.
  public static final int SCHEMA = 1;

  /// How far an activity is reassessed.
  public enum ReassessmentScope {
    /// Not: the facts alone decide whether anything changes.
    NOTHING,
    /// What was missing: people not signed up, a show not entered.
    MISSING,
    /// What was missing, and the show, whose dates may have changed.
    VENUE,
    /// Everything, with the directory of today, if the activity is refused.
    EVERYTHING
  }

  /// @throws IllegalArgumentException if the schema is unknown or there is nothing to do
  public MeetingMessage {
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

  /// Everyone whom the facts name.
  public List<Address> addresses() {
    return Meeting.of(activityId, facts).named().stream().map(Address.class::cast).toList();
  }

  /// The booths at which the facts book the meeting.
  public List<Booth> booths() {
    return facts.stream()
        .filter(MeetingFact.OfBooking.class::isInstance)
        .flatMap(fact -> ((MeetingFact.OfBooking) fact).booking().booth().stream())
        .toList();
  }

  /// Facts about a meeting.
  public static MeetingMessage of(ActivityId activityId, List<? extends MeetingFact> facts) {
    return new MeetingMessage(SCHEMA, activityId, List.copyOf(facts), ReassessmentScope.NOTHING);
  }

  /// A request to reassess a meeting.
  public static MeetingMessage reassess(ActivityId activityId, ReassessmentScope again) {
    return new MeetingMessage(SCHEMA, activityId, List.of(), again);
  }
}
