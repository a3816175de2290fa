package services.dataminer.points.platform.log;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/// What a class, or all of the product, logs from the making of this until its closing.
public final class LoggedLines implements AutoCloseable {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> fields = new CopyOnWriteArrayList<>();
  private final PatternFormatter message = new PatternFormatter("%s");
  private final Logger logger;
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(message.format(line));
          fields.add(ExtLogRecord.wrap(line).getMdcCopy());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public LoggedLines(Class<?> logging) {
    this(logging.getName());
  }

  private LoggedLines(String logging) {
    logger = Logger.getLogger(logging);
    logger.addHandler(handler);
  }

  /// What any class of the product logs, and nowhere else.
  public static LoggedLines ofAll() {
    var lines = new LoggedLines("services.dataminer.points");
    lines.logger.setUseParentHandlers(false);
    return lines;
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  /// The fields of each line besides its message.
  public List<Map<String, String>> fields() {
    return List.copyOf(fields);
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }
}
