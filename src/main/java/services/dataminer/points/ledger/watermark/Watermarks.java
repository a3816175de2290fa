package services.dataminer.points.ledger.watermark;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;

/// The watermarks, one of each calendar whose records are read.
@Singleton
public class Watermarks {

  private final Table table;

  public Watermarks(Table table) {
    this.table = table;
  }

  public Optional<Watermark> find(String calendar) {
    return table.read(List.of(Keys.watermark(calendar))).values().stream()
        .map(item -> Document.read(item, Watermark.class))
        .findFirst();
  }

  /// Moves a watermark.
  ///
  /// @param before as read
  /// @param after where it moves to
  /// @return the watermark as it is now; empty if someone else moved it since
  public Optional<Watermark> move(String calendar, Watermark before, Watermark after) {
    var moved = new Watermark(after.readTo(), after.walk(), before.version() + 1);
    var change = new Change().onlyIf(Condition.version(before.version()));
    if (moved.walk().isEmpty()) {
      change.remove("walk");
    }
    Document.of(moved).forEach(change::set);
    return table.change(Keys.watermark(calendar), change) ? Optional.of(moved) : Optional.empty();
  }
}
