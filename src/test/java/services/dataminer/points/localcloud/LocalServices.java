package services.dataminer.points.localcloud;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/// What stands around the functions: database, queues, DOJO, Cal.com, the issuer.
record LocalServices(
    LocalDatabase database,
    LocalQueues queues,
    DojoStandIn dojo,
    CalcomStandIn calcom,
    IssuerStandIn issuer)
    implements AutoCloseable {

  /// Starts them, the two slow ones at the same time.
  static LocalServices start(LocalOptions options) {
    CompletableFuture<LocalDatabase> database =
        CompletableFuture.supplyAsync(() -> new LocalDatabase(options.data()));
    CompletableFuture<LocalQueues> queues = CompletableFuture.supplyAsync(LocalQueues::new);
    try {
      return new LocalServices(
          database.join(),
          queues.join(),
          new DojoStandIn(),
          new CalcomStandIn(),
          new IssuerStandIn());
    } catch (CompletionException e) {
      database.thenAccept(LocalDatabase::close);
      queues.thenAccept(LocalQueues::close);
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    }
  }

  /// Reads the template and creates its tables and queues.
  Template create(LocalOptions options) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("DojoUrl", dojo.url());
    parameters.put("CalcomApiUrl", calcom.url());
    parameters.put("CalcomReconciliation", "on");
    parameters.put("JwtIssuer", issuer.url());
    parameters.put("JwtAudience", IssuerStandIn.AUDIENCE);
    parameters.put("OidcClientId", IssuerStandIn.CLIENT_ID);
    parameters.putAll(options.parameters());
    Template template =
        Template.read(options.build().template(), parameters, queues.forwarder().address());
    database.create(template.tables());
    database.forget(template.timesToLive());
    database.require(template.tableInUse());
    queues.create(template.queues(), template.onFailure());
    return template;
  }

  /// Has what goes to database and queues through their forwarders checked from now on.
  List<Guard> guardWith(Callers callers, Function<String, Policy> policies) {
    Guard table = new Guard(new DynamoDbCalls(), database.address(), callers, policies);
    database.forwarder().forwardTo(table.port());
    Guard queue = new Guard(new SqsCalls(), queues.address(), callers, policies);
    queues.forwarder().forwardTo(queue.port());
    return List.of(table, queue);
  }

  /// The environment variables that lead the SDK to them.
  Map<String, String> endpoints() {
    return Map.of(
        "AWS_ENDPOINT_URL_DYNAMODB", database.forwarder().address(),
        "AWS_ENDPOINT_URL_SQS", queues.forwarder().address());
  }

  @Override
  public void close() {
    dojo.close();
    calcom.close();
    issuer.close();
    queues.close();
    database.close();
  }
}
