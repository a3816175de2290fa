package services.dataminer.points.ledger.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.directory.MissingCourses.Heard;
import services.dataminer.points.ledger.reconciliation.Drift;
import services.dataminer.points.ledger.reconciliation.ReconciledNights;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;

/// What needs a person.
///
/// @param transfers those that DOJO has not answered for, open longest first
/// @param unclaimed the latest first
/// @param missing what statements are about and the catalogue lacks
/// @param refusals of the last days, the latest first
/// @param drifts that the reconciliations of the last days found, the latest first
/// @param unreadable how much of this is kept in no form this code understands
public record Agenda(
    Some<Transfer> transfers,
    Some<Unclaimed> unclaimed,
    Some<Heard> missing,
    Some<Refusal> refusals,
    Some<Drift> drifts,
    ReconciledNights nights,
    int unreadable) {

  /// A list that may have been cut.
  ///
  /// @param more whether there is more than these
  public record Some<T>(List<T> items, boolean more) {}

  /// An activity with shares that wait for a sign-up.
  ///
  /// @param identities the addresses and accounts by which those who have not signed up are known;
  ///   none where the activity has too many people, or their addresses were erased
  public record Unclaimed(
      ActivityId id, ActivityKind kind, Optional<Instant> occurredAt, List<String> identities) {}

  /// A refused activity.
  public record Refusal(
      ActivityId id, ActivityKind kind, Optional<Instant> occurredAt, String reason) {}
}
