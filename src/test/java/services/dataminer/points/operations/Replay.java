package services.dataminer.points.operations;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import services.dataminer.points.application.activity.RequestReassessment;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.functions.AnyConfig;
import services.dataminer.points.functions.queue.SqsMessageQueues;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.ActivityReference;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityKind;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Has the stored activities of some days reassessed. No index has activities by day, so it scans
/// the table once.
public final class Replay {

  private Replay() {}

  /// Which activities.
  ///
  /// @param from the first day on which they took place, in the program's time zone
  /// @param to the last day
  /// @param kind empty for every kind
  record Wanted(LocalDate from, LocalDate to, ZoneId timeZone, Optional<ActivityKind> kind) {

    /// A show is settled at night, by no message.
    boolean includes(ActivityRecord activity) {
      return activity.kind() != ActivityKind.SHOW
          && kind.map(activity.kind()::equals).orElse(true)
          && activity
              .occurredAt()
              .map(at -> LocalDate.ofInstant(at, timeZone))
              .filter(day -> !day.isBefore(from) && !day.isAfter(to))
              .isPresent();
    }
  }

  /// Counts the activities, and puts a request for each on its queue if asked to.
  ///
  /// @param args what names of queues begin with; the table; first and last day; time zone; a kind
  ///   or `all`; `send` or `count`
  public static void main(String[] args) {
    var wanted =
        new Wanted(
            LocalDate.parse(args[2]),
            LocalDate.parse(args[3]),
            ZoneId.of(args[4]),
            Optional.of(args[5]).filter(kind -> !kind.equals("all")).map(Replay::kind));
    try (DynamoDbClient dynamoDb = Clients.dynamoDb();
        SqsClient sqs = Clients.sqs()) {
      Optional<MessageQueues> queues =
          args[6].equals("send") ? Optional.of(queues(sqs, args[0])) : Optional.empty();
      replay(dynamoDb, args[1], wanted, queues, System.out);
    }
  }

  static ActivityKind kind(String label) {
    return List.of(ActivityKind.values()).stream()
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no kind " + label));
  }

  private static MessageQueues queues(SqsClient sqs, String prefix) {
    var urls = new HashMap<String, String>();
    for (QueueName queue : QueueName.all()) {
      String name = prefix + "-" + queue;
      urls.put("queues." + queue, sqs.getQueueUrl(get -> get.queueName(name)).queueUrl());
    }
    return new SqsMessageQueues(sqs, AnyConfig.config(urls));
  }

  /// @param queues where the requests go; empty only to count
  static void replay(
      DynamoDbClient client,
      String tableName,
      Wanted wanted,
      Optional<MessageQueues> queues,
      PrintStream out) {
    var activities = new Activities(new Table(client, tableName));
    var counts = new TreeMap<String, Integer>();
    for (ScanResponse page :
        client.scanPaginator(
            scan ->
                scan.tableName(tableName)
                    .filterExpression("begins_with(pk, :activity) AND sk = :head")
                    .expressionAttributeValues(
                        Map.of(
                            ":activity", AttributeValue.fromS("ACTIVITY#"),
                            ":head", AttributeValue.fromS("ACTIVITY")))
                    .projectionExpression("pk, sk"))) {
      List<Key> keys = page.items().stream().map(Key::of).toList();
      var chosen = new ArrayList<ActivityReference>();
      activities
          .readable(
              keys,
              _ -> true,
              (key, e) -> out.printf("%s cannot be read: %s%n", Keys.activityOf(key), e))
          .stream()
          .filter(wanted::includes)
          .forEach(
              activity -> {
                counts.merge(activity.kind().label(), 1, Integer::sum);
                chosen.add(new ActivityReference(activity.id(), activity.kind()));
              });
      queues.ifPresent(
          to -> new RequestReassessment(to).send(chosen, ReassessmentScope.EVERYTHING));
    }
    counts.forEach((kind, count) -> out.printf("%6d %s%n", count, kind));
    int all = counts.values().stream().mapToInt(count -> count).sum();
    out.printf("%6d activities %s%n", all, queues.isPresent() ? "on their queues" : "in all");
  }
}
