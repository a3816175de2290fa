package services.dataminer.points.localcloud;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import scala.jdk.javaapi.FutureConverters;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// ElasticMQ in this JVM, messages in memory. The functions reach it through a port that can be
/// cut; [#client()] always reaches it.
final class LocalQueues implements AutoCloseable {
  /// How often a message is tried at most: here a failed one comes back within seconds, so that
  /// what takes hours on AWS would take minutes.
  private static final int MOST_TRIES = 5;

  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  private final TcpForwarder forwarder = new TcpForwarder();
  private final SQSRestServer server;
  private final URI address;
  private final SqsClient client;
  private List<QueueDefinition> queues = List.of();
  private Set<String> destinations = Set.of();

  LocalQueues() {
    server =
        ElasticMq.start(
            SQSRestServerBuilder.withDynamicPort()
                .withInterface("127.0.0.1")
                .withAWSRegion(LocalAccount.REGION)
                .withAWSAccountId(LocalAccount.ID));
    int port = server.waitUntilStarted().localAddress().getPort();
    address = URI.create("http://127.0.0.1:" + port);
    client =
        SqsClient.builder()
            .endpointOverride(address)
            .region(LocalAccount.region())
            .credentialsProvider(LocalAccount.credentials())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    forwarder.forwardTo(port);
  }

  /// Where it answers those whom nothing cuts off.
  URI address() {
    return address;
  }

  SqsClient client() {
    return client;
  }

  TcpForwarder forwarder() {
    return forwarder;
  }

  /// Creates the queues, in an order that has dead-letter queues first.
  ///
  /// @param onFailure the destinations of failed calls, which are dead letters as well
  void create(List<QueueDefinition> definitions, List<OnFailure> onFailure) {
    queues = List.copyOf(definitions);
    destinations = onFailure.stream().map(OnFailure::queue).collect(Collectors.toUnmodifiableSet());
    for (QueueDefinition queue : queues) {
      Map<QueueAttributeName, String> attributes = new HashMap<>();
      attributes.put(
          QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(queue.visibilityTimeoutSeconds()));
      queue
          .redrive()
          .ifPresent(
              redrive -> attributes.put(QueueAttributeName.REDRIVE_POLICY, redrivePolicy(redrive)));
      client.createQueue(request -> request.queueName(queue.name()).attributes(attributes));
    }
  }

  private static String redrivePolicy(QueueDefinition.Redrive redrive) {
    return Json.object()
        .put("deadLetterTargetArn", LocalAccount.arn("sqs", redrive.deadLetterQueue()))
        .put("maxReceiveCount", Math.min(MOST_TRIES, redrive.maxReceiveCount()))
        .toString();
  }

  /// The queue's URL for the functions.
  String url(String queue) {
    return forwarder.address() + "/" + LocalAccount.ID + "/" + queue;
  }

  /// Where messages of the queue go that fail for good.
  Optional<String> deadLetterQueue(String queue) {
    return queues.stream()
        .filter(definition -> definition.name().equals(queue))
        .flatMap(definition -> definition.redrive().stream())
        .map(QueueDefinition.Redrive::deadLetterQueue)
        .findFirst();
  }

  /// The queues that others name as their dead letters, and the destinations of failed calls.
  Set<String> deadLetterQueues() {
    return Stream.concat(
            destinations.stream(),
            queues.stream()
                .flatMap(queue -> queue.redrive().stream())
                .map(QueueDefinition.Redrive::deadLetterQueue))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The queues that functions work on.
  List<String> workQueues() {
    Set<String> deadLetters = deadLetterQueues();
    return queues.stream()
        .map(QueueDefinition::name)
        .filter(name -> !deadLetters.contains(name))
        .toList();
  }

  /// How many messages the queue holds: visible, being worked on, or delayed.
  int messages(String queue) {
    Map<QueueAttributeName, String> counts =
        client
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(url(queue))
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
            .attributes();
    return counts.values().stream().mapToInt(Integer::parseInt).sum();
  }

  private void stopServer() {
    try {
      FutureConverters.asJava(server.stopAndGetFuture().apply())
          .toCompletableFuture()
          .get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException _) {
      // It waits for callers who may be gone; its threads end with this JVM.
    }
  }

  @Override
  public void close() {
    forwarder.close();
    client.close();
    stopServer();
  }
}
