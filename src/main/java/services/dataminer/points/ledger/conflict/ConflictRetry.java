package services.dataminer.points.ledger.conflict;

import jakarta.inject.Singleton;
import java.util.function.Supplier;
import services.dataminer.points.ledger.table.Table;

/// Repeats decisions that rest on what someone else changed meanwhile.
@Singleton
public class ConflictRetry {

  private final Table table;

  public ConflictRetry(Table table) {
    this.table = table;
  }

  /// Decides by the ledger as it is; where someone else was quicker, reads and decides again, a
  /// bounded number of times.
  ///
  /// @param attempt reads, decides and writes once
  /// @throws services.dataminer.points.platform.outage.Unavailable if someone else was quicker each
  ///   time; nothing was written
  public <R> R retryOnConflict(Supplier<R> attempt) {
    return table.retryOnConflict(attempt);
  }
}
