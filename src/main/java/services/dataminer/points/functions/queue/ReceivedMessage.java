package services.dataminer.points.functions.queue;

import java.time.Instant;

/// A message as it came off its queue.
///
/// @param message what was sent
/// @param messageId the queue's name for it, the same for every delivery
/// @param sentAt when it was put on the queue; what it causes is recorded at this time, so that a
///   second delivery records the same
public record ReceivedMessage<T>(T message, String messageId, Instant sentAt) {}
