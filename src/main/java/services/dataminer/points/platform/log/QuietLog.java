package services.dataminer.points.platform.log;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;

/// Writes nothing of what the product logs below a warning, until it is closed. Lines are formatted
/// nevertheless, so that the code of it is warm.
public final class QuietLog implements AutoCloseable {

  private final Logger product = Logger.getLogger("services.dataminer.points");
  private final List<Handler> writing = List.of(Logger.getLogger("").getHandlers());
  private final List<Formatter> formatters =
      writing.stream()
          .flatMap(QuietLog::nested)
          .map(Handler::getFormatter)
          .filter(Objects::nonNull)
          .toList();
  private final Handler quiet =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
            writing.forEach(handler -> handler.publish(line));
          } else {
            formatters.forEach(formatter -> formatter.format(line));
          }
        }

        @Override
        public void flush() {
          writing.forEach(Handler::flush);
        }

        @Override
        public void close() {}
      };

  public QuietLog() {
    product.addHandler(quiet);
    product.setUseParentHandlers(false);
  }

  /// A handler and those that it hands lines on to.
  private static Stream<Handler> nested(Handler handler) {
    return handler instanceof ExtHandler handing
        ? Stream.concat(
            Stream.of(handler), Arrays.stream(handing.getHandlers()).flatMap(QuietLog::nested))
        : Stream.of(handler);
  }

  @Override
  public void close() {
    product.setUseParentHandlers(true);
    product.removeHandler(quiet);
  }
}
