package services.dataminer.points.functions.log;

import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import services.dataminer.points.application.run.FailureLog;
import services.dataminer.points.platform.log.FailureText;

/// Writes failures to the log, without addresses and without text that a caller sent.
@Singleton
public class RedactedFailureLog implements FailureLog {

  private static final Logger LOG = Logger.getLogger(RedactedFailureLog.class);

  @Override
  public void failed(String what, Throwable why) {
    LOG.errorf("%s: %s", what, FailureText.of(why));
  }
}
