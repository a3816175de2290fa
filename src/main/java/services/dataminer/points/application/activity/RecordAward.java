package services.dataminer.points.application.activity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import services.dataminer.points.application.award.GrantRecordedAward;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.RecordedActivities;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;

/// Records what people decide on. It is stored under its id before it goes on the queue of its
/// function, so the same call again finds it, and puts it on the queue once more: nothing is lost
/// if the first time ended in between.
@Singleton
public class RecordAward {

  private final RecordedActivities recordings;
  private final Members members;
  private final GrantRecordedAward granting;
  private final MessageQueues queues;

  public RecordAward(
      RecordedActivities recordings,
      Members members,
      GrantRecordedAward granting,
      MessageQueues queues) {
    this.recordings = recordings;
    this.members = members;
    this.granting = granting;
    this.queues = queues;
  }

  /// What became of recording an award, or of asking what it would do.
  public sealed interface Outcome {

    /// It could be recorded.
    ///
    /// @param activity as it would be decided now
    record Foreseen(ActivityRecord activity) implements Outcome {}

    /// It is recorded, now or by the same call before, and on its queue.
    record Accepted(ActivityId activityId) implements Outcome {}

    /// Something else is recorded under the id.
    ///
    /// @param by who recorded that
    record IdTaken(String by, Instant at) implements Outcome {}

    /// It names people who are no members.
    ///
    /// @param memberIds all that nobody knows
    record UnknownMembers(Set<String> memberIds) implements Outcome {}
  }

  /// Records an award under an id that the administrator chose.
  ///
  /// @throws services.dataminer.points.platform.outage.Unavailable if it is not known to be on the
  ///   queue; the same call again puts it there
  public Outcome record(String chosenId, Recorded award) {
    ActivityId id = ActivityId.recorded(award.kind(), chosenId);
    Optional<Recorded> before = recordings.find(id);
    Optional<Outcome> refusal = refusal(before, award);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Recorded standing = before.orElseGet(() -> recordings.record(id, award));
    if (!standing.matches(award)) {
      return taken(standing);
    }
    queues.send(QueueName.of(award.kind()), RecordedAwardMessage.of(id, standing));
    return new Outcome.Accepted(id);
  }

  /// What recording an award would do now: the same checks, and the decision. Nothing is recorded.
  public Outcome preview(String chosenId, Recorded award) {
    ActivityId id = ActivityId.recorded(award.kind(), chosenId);
    return refusal(recordings.find(id), award)
        .orElseGet(
            () -> new Outcome.Foreseen(granting.preview(RecordedAwardMessage.of(id, award))));
  }

  private Optional<Outcome> refusal(Optional<Recorded> before, Recorded award) {
    if (before.isPresent()) {
      return before.filter(standing -> !standing.matches(award)).map(RecordAward::taken);
    }
    return Optional.of(unknown(award)).filter(u -> !u.isEmpty()).map(Outcome.UnknownMembers::new);
  }

  private static Outcome taken(Recorded standing) {
    return new Outcome.IdTaken(standing.by(), standing.at());
  }

  /// Members are looked up only for what is new: what was recorded is answered as the first time,
  /// whoever was erased since.
  private Set<String> unknown(Recorded award) {
    var unknown = new TreeSet<>(award.people());
    unknown.removeAll(members.known(award.people()));
    return unknown;
  }
}
