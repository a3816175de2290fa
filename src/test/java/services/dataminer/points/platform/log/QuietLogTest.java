package services.dataminer.points.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A quiet log")
class QuietLogTest {

  private static final Logger LOG = Logger.getLogger(QuietLogTest.class.getName());
  private static final Logger ROOT = Logger.getLogger("");

  private final List<String> formatted = new ArrayList<>();
  private final List<String> written = new ArrayList<>();

  /// As Quarkus has it: a handler that hands lines on to the one that writes.
  private final ExtHandler handing =
      new ExtHandler() {
        @Override
        protected void doPublish(ExtLogRecord line) {
          publishToNestedHandlers(line);
        }
      };

  @BeforeEach
  void addHandlers() {
    handing.addHandler(writing());
    ROOT.addHandler(handing);
  }

  @AfterEach
  void removeHandlers() {
    ROOT.removeHandler(handing);
  }

  private Handler writing() {
    var handler =
        new ExtHandler() {
          @Override
          protected void doPublish(ExtLogRecord line) {
            written.add(getFormatter().format(line));
          }
        };
    handler.setFormatter(
        new Formatter() {
          @Override
          public String format(LogRecord line) {
            formatted.add(line.getMessage());
            return line.getMessage();
          }
        });
    return handler;
  }

  @Test
  @DisplayName("formats a line and does not write it, but for a warning, until it is closed")
  void quiet() {
    try (var _ = new QuietLog()) {
      LOG.info("kept quiet");
      LOG.warning("warned");
    }
    LOG.info("said");

    assertThat(formatted).containsExactly("kept quiet", "warned", "said");
    assertThat(written).containsExactly("warned", "said");
  }
}
