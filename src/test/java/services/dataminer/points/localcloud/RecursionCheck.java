package services.dataminer.points.localcloud;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Stops a chain of requests that comes to a function too often, as Lambda does: the message goes
/// to the queue's dead letters and no function sees it.
///
/// @param log gets a line about each such message
record RecursionCheck(
    QueueMapping mapping, LocalQueues queues, FunctionDefinition function, Consumer<String> log) {

  /// The messages with which the function may be invoked; the others are taken off the queue.
  List<Message> keepFrom(List<Message> messages) {
    List<Message> kept = messages.stream().filter(message -> !isLoop(message)).toList();
    messages.stream().filter(this::isLoop).forEach(this::drop);
    return kept;
  }

  /// The header of a batch: that of its message with the longest chain.
  TraceHeader trace(List<Message> batch) {
    return batch.stream()
        .map(RecursionCheck::trace)
        .max(Comparator.comparingInt(trace -> trace.invocations(function.name())))
        .orElseGet(TraceHeader::start);
  }

  private boolean isLoop(Message message) {
    return !function.recursionAllowed()
        && trace(message).invocations(function.name()) >= TraceHeader.MOST_INVOCATIONS;
  }

  private static TraceHeader trace(Message message) {
    String header = message.attributes().get(MessageSystemAttributeName.AWS_TRACE_HEADER);
    return header == null ? TraceHeader.start() : TraceHeader.of(header);
  }

  private void drop(Message message) {
    log.accept(function.name() + " is not invoked: a recursive loop, " + message.body());
    queues
        .deadLetterQueue(mapping.queue())
        .ifPresent(
            deadLetters ->
                queues
                    .client()
                    .sendMessage(
                        send ->
                            send.queueUrl(queues.url(deadLetters)).messageBody(message.body())));
    queues
        .client()
        .deleteMessage(
            delete ->
                delete
                    .queueUrl(queues.url(mapping.queue()))
                    .receiptHandle(message.receiptHandle()));
  }
}
