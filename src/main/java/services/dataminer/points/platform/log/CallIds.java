package services.dataminer.points.platform.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/// The ids of the work at hand, in every line that is logged meanwhile: `requestId`, Lambda's own
/// of the call, and `traceId`, X-Ray's of what caused it. A message carries the trace of its
/// sender, so one `traceId` leads from a webhook to the decision.
public final class CallIds implements AutoCloseable {

  private static final String REQUEST_ID = "requestId";
  private static final String TRACE_ID = "traceId";

  /// Where Lambda's runtime leaves the trace header of a call.
  public static final String TRACE_HEADER = "com.amazonaws.xray.traceHeader";

  private static final Pattern ROOT = Pattern.compile("(?:^|;)\\s*Root=([0-9a-f-]{1,64})(?:;|$)");

  private final Object requestIdBefore = MDC.get(REQUEST_ID);
  private final Object traceIdBefore = MDC.get(TRACE_ID);

  private CallIds() {}

  /// Of a call, until it is closed.
  ///
  /// @param requestId null if the call has none
  public static CallIds of(String requestId) {
    var ids = new CallIds();
    set(REQUEST_ID, requestId);
    setTrace(System.getProperty(TRACE_HEADER));
    return ids;
  }

  /// Of a message, until it is closed: the ids of the call that delivers it, with the trace of the
  /// call that sent it.
  ///
  /// @param traceHeader the message's `AWSTraceHeader`; null or malformed if it has none
  public static CallIds ofMessage(String traceHeader) {
    var ids = new CallIds();
    setTrace(traceHeader);
    return ids;
  }

  /// Ids in force, to be handed to another thread; null where there is none.
  public record Ids(Object requestId, Object traceId) {}

  /// The ids of the work at hand.
  public static Ids now() {
    return new Ids(MDC.get(REQUEST_ID), MDC.get(TRACE_ID));
  }

  /// Of work that another thread handed over, until it is closed.
  public static CallIds ofHandedOver(Ids handedOver) {
    var ids = new CallIds();
    restore(REQUEST_ID, handedOver.requestId());
    restore(TRACE_ID, handedOver.traceId());
    return ids;
  }

  @Override
  public void close() {
    restore(REQUEST_ID, requestIdBefore);
    restore(TRACE_ID, traceIdBefore);
  }

  private static void setTrace(String header) {
    Matcher root = ROOT.matcher(header == null ? "" : header);
    set(TRACE_ID, root.find() ? root.group(1) : null);
  }

  private static void set(String name, String value) {
    if (value != null) {
      MDC.put(name, value);
    }
  }

  private static void restore(String name, Object before) {
    if (before == null) {
      MDC.remove(name);
    } else {
      MDC.put(name, before);
    }
  }
}
