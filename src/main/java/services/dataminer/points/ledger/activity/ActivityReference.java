package services.dataminer.points.ledger.activity;

import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;

/// An activity by its name, with the kind that says which function works on it.
public record ActivityReference(ActivityId id, ActivityKind kind) {}
