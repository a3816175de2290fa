package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// A running local cloud: what `template.yaml` describes, on this machine.
///
/// Closing it ends every process it started. Its data is gone unless [LocalOptions#data()] keeps
/// it.
public final class LocalCloud implements AutoCloseable {
  private final LocalServices services;
  private final LocalFunctions functions;
  private final List<QueuePoller> pollers;
  private final AsyncInvocations async;
  private final Schedules schedules;
  private final IdleWatch idleWatch;
  private final DeadLetters deadLetters;
  private final Gateway gateway;

  private LocalCloud(LocalOptions asked, LocalServices services, Template template) {
    this.services = services;
    FunctionLog log = new FunctionLog(asked.log());
    LocalOptions options = asked.withLog(log);
    functions = new LocalFunctions(template, services, options);
    pollers = functions.pollers(template, services.queues(), options);
    async =
        new AsyncInvocations(
            template.onFailure(),
            functions,
            services.queues(),
            options.work().retryDelay(),
            options.log());
    schedules = new Schedules(template.schedules(), functions, async);
    idleWatch = new IdleWatch(services.queues(), pollers);
    deadLetters = new DeadLetters(services.queues());
    gateway =
        new Gateway(
            new RouteTable(template.routes()),
            functions,
            new LocalControls(
                schedules,
                idleWatch,
                deadLetters,
                services.dojo(),
                services.calcom(),
                services.issuer(),
                new LocalAws(
                    services,
                    functions,
                    async,
                    log,
                    template.tables().getFirst().tableName(),
                    template.tableInUse())));
  }

  /// Starts everything but the functions' processes, which start on first use. When it returns, the
  /// gateway's port is open and everything serves.
  ///
  /// @throws IllegalArgumentException when the template describes what the local cloud cannot run
  /// @throws IllegalStateException when the port is taken or nothing was built yet
  public static LocalCloud start(LocalOptions options) {
    LoopbackServer.requireFree(options.port());
    LocalServices services = LocalServices.start(options);
    LocalCloud cloud;
    try {
      cloud = new LocalCloud(options, services, services.create(options));
    } catch (RuntimeException e) {
      services.close();
      throw e;
    }
    try {
      cloud.open(options);
      return cloud;
    } catch (RuntimeException e) {
      cloud.close();
      throw e;
    }
  }

  private void open(LocalOptions options) {
    pollers.forEach(poller -> poller.start(options.work().pollersPerQueue()));
    if (options.clock()) {
      schedules.startClock();
    }
    services
        .issuer()
        .open(
            this::url,
            new IssuerPages(services.issuer(), functions.tokens(), services.database()::members));
    // At last: the port opens only when everything serves.
    gateway.open(options.port());
  }

  /// Where the HTTP API answers, without a slash at the end.
  public String url() {
    return "http://localhost:" + gateway.port();
  }

  /// Invokes a function with an event, as it is.
  ///
  /// @param function its name in `@Funq("...")`
  public InvocationResult invoke(String function, String json) {
    return functions.named(function).invoke(json.getBytes(StandardCharsets.UTF_8));
  }

  /// Starts a process of a function, which otherwise its first event does.
  public void startProcess(String function) {
    functions.named(function).start();
  }

  /// The operating system's ids of a function's processes.
  public List<Long> pids(String function) {
    return functions.named(function).pids();
  }

  /// Whether all processes of the function have started and wait for their next event.
  public boolean isReady(String function) {
    return functions.named(function).isReady();
  }

  /// Whether the function asked for credentials, without which no call can be signed, before its
  /// first snapshot.
  public boolean hasAskedBeforeSnapshot(String function) {
    return functions.hasAskedBeforeSnapshot(function);
  }

  /// Begins to invoke a function as a schedule does, which does not wait for it: a failed call is
  /// tried again, and becomes a dead letter in the end.
  public void begin(String function, String json) {
    async.begin(function, json.getBytes(StandardCharsets.UTF_8));
  }

  /// Runs the schedule of a function as if it were then.
  public InvocationResult runSchedule(String function, Instant scheduledTime) {
    return schedules
        .run(function, scheduledTime.toString())
        .orElseThrow(() -> new IllegalArgumentException("no schedule invokes " + function));
  }

  /// Waits until no queue, dead letters aside, holds or works on a message.
  ///
  /// @return false when that was not so within the limit
  public boolean awaitIdle(Duration limit) {
    return idleWatch.await(limit);
  }

  /// Puts a message on the queue that the function works on; a body of [#delivered(String)] is a
  /// replay.
  public void send(String function, String body) {
    sqs().sendMessage(request -> request.queueUrl(queueUrl(function)).messageBody(body));
  }

  /// The bodies that were handed to the function from its queue, each as often as it was tried; the
  /// last 1,000 of them.
  public List<String> delivered(String function) {
    return poller(function).delivered();
  }

  /// The bodies of the messages that failed too often.
  public List<String> deadLetters() {
    return StreamSupport.stream(deadLetters.list().spliterator(), false)
        .map((JsonNode letter) -> letter.path("body").asText())
        .toList();
  }

  /// Kills the processes of a function, in the middle of what they do.
  ///
  /// @return how many there were
  public int killFunctions(String function) {
    return functions.named(function).kill();
  }

  /// Kills one process of a function in the middle of an event, if one is at work.
  ///
  /// @return whether there was
  public boolean killOneAtWork(String function) {
    return functions.named(function).killOneAtWork();
  }

  /// Has the calls of functions to database and queues go wrong like this from now on.
  public void disturb(Disturbance disturbance) {
    functions.disturb(disturbance);
  }

  /// How many processes of a function are there, at work or idle.
  public int processes(String function) {
    return functions.named(function).processes();
  }

  /// Makes the database unreachable for the functions until [#restoreDatabase()]; its data stays.
  public void dropDatabase() {
    services.database().forwarder().cut();
  }

  public void restoreDatabase() {
    services.database().forwarder().restore();
  }

  /// Makes the queues unreachable for the functions until [#restoreQueues()]; messages are still
  /// handed out.
  public void dropQueues() {
    services.queues().forwarder().cut();
  }

  public void restoreQueues() {
    services.queues().forwarder().restore();
  }

  /// A client that reaches the database even while it is dropped.
  public DynamoDbClient dynamoDb() {
    return services.database().client();
  }

  /// A client that reaches the queues even while they are dropped.
  public SqsClient sqs() {
    return services.queues().client();
  }

  /// The URL of the queue that the function works on.
  public String queueUrl(String function) {
    return services.queues().url(poller(function).mapping().queue());
  }

  /// The function's environment variables that the template sets, resolved.
  public Map<String, String> environment(String function) {
    return functions.named(function).definition().environment();
  }

  @Override
  public void close() {
    gateway.close();
    schedules.close();
    pollers.forEach(QueuePoller::stop);
    functions.close();
    pollers.forEach(QueuePoller::close);
    services.close();
  }

  private QueuePoller poller(String function) {
    return pollers.stream()
        .filter(poller -> poller.mapping().function().equals(function))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no queue invokes " + function));
  }
}
