package services.dataminer.points.ledger.table;

import java.io.Serial;

/// The table did not take or give an answer for now. Nothing is known to be wrong with the request;
/// the same again may succeed later.
public final class TableUnavailable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public TableUnavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
