package services.dataminer.points.ledger.table;

import java.io.Serial;

/// Someone else changed what a decision was based on: read again, decide again.
public final class LostRace extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public LostRace(String what) {
    super(what);
  }
}
