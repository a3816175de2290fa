package services.dataminer.points.ledger.activity;

import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;

/// An activity that waits, as found under the missing thing.
public record Waiting(ActivityId activityId, ActivityKind kind) {}
