package services.dataminer.points.ledger.directory;

import java.util.List;
import services.dataminer.points.ledger.table.Key;

/// What became of entering something into the directory.
public sealed interface SaveOutcome {

  /// It stands as sent.
  ///
  /// @param created whether it is new
  /// @param awaited under which keys activities may wait for what was entered
  /// @param redated whether a member's sign-up has another date than it once had, which moves what
  ///   is not granted yet
  record Done(boolean created, List<Key> awaited, boolean redated) implements SaveOutcome {}

  /// Something else stands in the way.
  ///
  /// @param field the field that cannot be as sent
  /// @param message why, and what to do
  record Rejected(String field, String message) implements SaveOutcome {}

  /// Something it refers to is not there.
  record Invalid(String field, String message) implements SaveOutcome {}
}
