package services.dataminer.points.ledger.activity;

import java.util.Optional;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Key;

/// Something an activity misses and waits for.
///
/// @param missing where it will be
/// @param stillMissing what holds as long as it is missing; checked in the transaction that starts
///   the wait, so that whoever adds the thing either sees the wait or is seen. Empty where it does
///   not matter, as the wait only leads to where an address is kept
public record Wait(Key missing, Optional<Condition> stillMissing) {}
