package services.dataminer.points.functions.queue;

import java.io.Serial;

/// What was delivered is no message of the kind expected and will not become one. It fails, so that
/// the queue delivers it to the dead letters in the end.
public final class UnreadableMessage extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UnreadableMessage(String message) {
    super(message);
  }
}
