package services.dataminer.points.application.night;

import java.util.Objects;
import java.util.Set;

/// What travels on the queue of `night-worker`: a shard of a night, with all that is due in it. Ids
/// and references of members, no addresses.
///
/// @param schema the version of this shape; a reader refuses those it does not know
/// @param plan which division of the night it is of
/// @param shard its number, from 0
/// @param attempt how often some of it was put on the queue, this time included
public record ShardMessage(int schema, int plan, int shard, int attempt, DueTonight due) {

  /// The version written by this code.
  public static final int SCHEMA = 1;

  public ShardMessage {
    if (schema != SCHEMA) {
      throw new IllegalArgumentException("unknown message schema " + schema);
    }
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(due.kind(), "kind");
    Objects.requireNonNull(due.scheduledAt(), "scheduledAt");
    Objects.requireNonNull(due.members(), "members");
    Objects.requireNonNull(due.transfers(), "transfers");
  }

  /// A shard that nobody has worked on.
  static ShardMessage of(int plan, int shard, DueTonight due) {
    return new ShardMessage(SCHEMA, plan, shard, 1, due);
  }

  /// What is left of it.
  ShardMessage again(Set<String> members) {
    return new ShardMessage(SCHEMA, plan, shard, attempt + 1, due.only(members::contains));
  }

  /// What it is, for people.
  @Override
  public String toString() {
    return "shard " + shard + " of " + due;
  }
}
