package services.dataminer.points.application.activity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.ledger.activity.RecordedActivities;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;

/// Records what people decide on. It is stored under its id before it goes on the queue of its
/// function, so the same call again finds it, and puts it on the queue once more: nothing is lost
/// if the first time ended in between.
@Singleton
public class RecordAward {

  private final RecordedActivities recordings;
  private final Members members;
  private final MessageQueues queues;

  public RecordAward(RecordedActivities recordings, Members members, MessageQueues queues) {
    this.recordings = recordings;
    this.members = members;
    this.queues = queues;
  }

  /// What became of recording an award.
  public sealed interface Outcome {

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
    ActivityKind kind = award.kind();
    ActivityId id = ActivityId.recorded(kind, chosenId);
    Optional<Recorded> before = recordings.find(id);
    if (before.isEmpty()) {
      Set<String> unknown = unknown(award);
      if (!unknown.isEmpty()) {
        return new Outcome.UnknownMembers(unknown);
      }
    }
    Recorded standing = before.orElseGet(() -> recordings.record(id, award));
    if (!standing.matches(award)) {
      return new Outcome.IdTaken(standing.by(), standing.at());
    }
    queues.send(QueueName.of(kind), RecordedAwardMessage.of(id, standing));
    return new Outcome.Accepted(id);
  }

  /// Members are looked up only for what is new: what was recorded is answered as the first time,
  /// whoever was erased since.
  private Set<String> unknown(Recorded award) {
    var unknown = new TreeSet<>(award.people());
    unknown.removeAll(members.known(award.people()));
    return unknown;
  }
}
