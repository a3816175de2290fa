package services.dataminer.points.localcloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// An event source mapping at work: takes batches off a queue, invokes the function with them,
/// deletes what succeeded and leaves the rest on the queue.
///
/// Lambda leaves a failed message until its visibility timeout has passed, minutes; here it comes
/// back after the retry delay.
final class QueuePoller implements AutoCloseable {
  private static final int LONG_POLL_SECONDS = 1;
  private static final int MOST_PER_RECEIVE = 10;
  private static final int MOST_REMEMBERED = 1000;
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
  private static final Duration PAUSE_AFTER_ERROR = Duration.ofMillis(500);

  private final QueueMapping mapping;
  private final LocalQueues queues;
  private final LambdaFunction function;
  private final Duration retryDelay;
  private final Consumer<String> log;
  private final RecursionCheck loops;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicLong batches = new AtomicLong();
  private final Deque<String> delivered = new ConcurrentLinkedDeque<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  QueuePoller(
      QueueMapping mapping,
      LocalQueues queues,
      LambdaFunction function,
      Duration retryDelay,
      Consumer<String> log) {
    this.mapping = mapping;
    this.queues = queues;
    this.function = function;
    this.retryDelay = retryDelay;
    this.log = log;
    loops = new RecursionCheck(mapping, queues, function.definition(), log);
  }

  /// Starts so many pollers, each working on one batch at a time.
  void start(int pollers) {
    int most = Math.min(pollers, mapping.maximumConcurrency().orElse(pollers));
    for (int i = 0; i < most; i++) {
      threads.add(Thread.ofVirtual().name("poll-" + mapping.queue() + "-" + i).start(this::poll));
    }
  }

  QueueMapping mapping() {
    return mapping;
  }

  /// The bodies handed to the function, each as often as it was tried; the last of them.
  List<String> delivered() {
    return List.copyOf(delivered);
  }

  /// How many batches are being worked on.
  int running() {
    return running.get();
  }

  /// How many batches were taken so far.
  long batches() {
    return batches.get();
  }

  /// Takes no more batches; [#close()] waits until none is being worked on.
  void stop() {
    closed = true;
  }

  /// Waits for the long polls to end by themselves: ElasticMQ does not get over broken ones and
  /// would take a minute to stop.
  @Override
  public void close() {
    stop();
    for (Thread thread : threads) {
      try {
        thread.join(LONGEST_STOP);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void poll() {
    while (!closed) {
      try {
        List<Message> messages = receive();
        List<Message> wanted = loops.keepFrom(messages);
        if (!wanted.isEmpty()) {
          handle(wanted);
        }
      } catch (SdkException | IllegalStateException e) {
        // Closing breaks the long poll; anything else, a purged queue say, must not end the
        // polling.
        if (!closed) {
          log.accept("polling " + mapping.queue() + ": " + e.getMessage());
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_AFTER_ERROR);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private List<Message> receive() {
    return queues
        .client()
        .receiveMessage(
            request ->
                request
                    .queueUrl(queues.url(mapping.queue()))
                    .maxNumberOfMessages(Math.min(MOST_PER_RECEIVE, mapping.batchSize()))
                    .waitTimeSeconds(LONG_POLL_SECONDS)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }

  private void handle(List<Message> messages) {
    running.incrementAndGet();
    batches.incrementAndGet();
    remember(messages);
    try {
      InvocationResult result =
          function.invoke(SqsEvent.of(mapping.queue(), messages), loops.trace(messages));
      Set<String> failed = SqsEvent.failures(mapping, messages, result);
      for (Message message : messages) {
        if (failed.contains(message.messageId())) {
          retryLater(message);
        } else {
          delete(message);
        }
      }
    } finally {
      running.decrementAndGet();
    }
  }

  private void remember(List<Message> messages) {
    messages.forEach(message -> delivered.add(message.body()));
    while (delivered.size() > MOST_REMEMBERED) {
      delivered.poll();
    }
  }

  private void delete(Message message) {
    SqsClient sqs = queues.client();
    sqs.deleteMessage(
        request ->
            request.queueUrl(queues.url(mapping.queue())).receiptHandle(message.receiptHandle()));
  }

  private void retryLater(Message message) {
    int seconds = Math.toIntExact(retryDelay.toSeconds());
    queues
        .client()
        .changeMessageVisibility(
            request ->
                request
                    .queueUrl(queues.url(mapping.queue()))
                    .receiptHandle(message.receiptHandle())
                    .visibilityTimeout(seconds));
  }
}
