package services.dataminer.points.platform.log;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Leaves out what the product logs below a warning, until it is closed.
public final class QuietLog implements AutoCloseable {

  private final Logger product = Logger.getLogger("services.dataminer.points");
  private final Level before = product.getLevel();

  public QuietLog() {
    product.setLevel(Level.WARNING);
  }

  @Override
  public void close() {
    product.setLevel(before);
  }
}
