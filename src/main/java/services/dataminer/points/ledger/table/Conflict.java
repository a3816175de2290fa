package services.dataminer.points.ledger.table;

import java.io.Serial;

/// Someone else changed what a decision was based on: read again, decide again.
public final class Conflict extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public Conflict(String what) {
    super(what);
  }
}
