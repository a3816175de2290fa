package services.dataminer.points.bench;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import services.dataminer.points.application.award.AwardMeeting;
import services.dataminer.points.application.award.CalendarFacts;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.bench.Alternation.Work;
import services.dataminer.points.functions.queue.MessageJson;
import services.dataminer.points.functions.queue.MessageReceiver;
import services.dataminer.points.ledger.Consumption;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Units;
import services.dataminer.points.localcloud.FreshTables;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.core.SdkRequest;

/// Measures awards of video calls, on a table in this process whose answers come later.
final class AwardRows {

  /// About what DynamoDB takes from within a region.
  static final Duration DELAY = Duration.ofMillis(5);

  /// The same for a transaction, which it prepares and commits.
  static final Duration TRANSACTION_DELAY = Duration.ofMillis(15);

  private static final String CUSTOMER = "carl@customer.example";
  private static final Instant SENT_AT = Instant.parse("2026-09-20T00:00:00Z");
  private static final int MEMBERS = 40;
  private static final int WARMING = 1_500;

  private final LocalTable local = LocalTable.fresh();
  private final Program program = new Program(local);
  private final Consumption delayed = Consumption.delayed(local.client(), DELAY, TRANSACTION_DELAY);
  private final AwardMeeting award =
      new Program(delayed.table(local)).graph().awardMeeting(program);
  private final MessageReceiver<MeetingMessage> receiver =
      new MessageReceiver<>(
          MeetingMessage.class,
          MeetingMessage.SCHEMA,
          message -> Set.of(message.activityId().value()),
          new CountedMetrics());
  private final AtomicInteger number = new AtomicInteger();

  AwardRows() {
    this(MEMBERS);
  }

  private AwardRows(int members) {
    program.partner("acme", "acme.example");
    IntStream.range(0, members).forEach(i -> program.member("m" + i, "acme", address(i)));
  }

  private static String address(int member) {
    return "m" + member + "@acme.example";
  }

  private static MeetingMessage call(String uid, int first, int members) {
    String[] people =
        Stream.concat(
                IntStream.range(first, first + members).mapToObj(AwardRows::address),
                Stream.of(CUSTOMER))
            .toArray(String[]::new);
    return MeetingMessage.of(
        ActivityId.calcom(uid), List.of(CalendarFacts.videoCall(people), CalendarFacts.ended()));
  }

  /// A uid of a fixed length, so that all of them take the same space.
  private String uid() {
    return String.format(Locale.ROOT, "uid%06d", number.incrementAndGet());
  }

  /// What an award to so many members takes.
  record Cost(int members, long requests, double readUnits, double writeUnits) {}

  /// The first award since the night, which also puts each balance on the index.
  static Cost cost(int members) {
    var fresh = new AwardRows(members);
    var counted = Consumption.of(fresh.local.client());
    new Program(counted.table(fresh.local))
        .graph()
        .awardMeeting(fresh.program)
        .award(call("m", 0, members), SENT_AT);
    return new Cost(members, counted.requests(), counted.readUnits(), counted.writeUnits());
  }

  /// What the usual recipe takes for the same.
  static Cost recipeCost(int members) {
    var counted = Consumption.of(FreshTables.client());
    recipe(new UsualRecipe(counted.client(), FreshTables.create()), "m", members);
    return new Cost(members, counted.requests(), counted.readUnits(), counted.writeUnits());
  }

  /// Runs what is measured until it is compiled, without delays.
  void warmUp() {
    AwardMeeting undelayed = program.graph().awardMeeting(program);
    var recipe = new UsualRecipe(FreshTables.client(), FreshTables.create());
    for (int i = 0; i < WARMING; i++) {
      undelayed.award(call(uid(), 0, 2), SENT_AT);
      recipe(recipe, uid(), 2);
    }
  }

  /// Awards to two members against the same requests without the product.
  Alternation againstPlainLoop(int turns) {
    String pattern = uid();
    delayed.reset();
    award.award(call(pattern, 0, 2), SENT_AT);
    List<SdkRequest> requests = delayed.seen();
    var plain = new PlainLoop(delayed.client(), requests, pattern);
    var message = new AtomicReference<MeetingMessage>();
    var replayed = new AtomicReference<List<SdkRequest>>();
    return Alternation.of(
        turns,
        turns,
        new Work(() -> message.set(call(uid(), 0, 2)), () -> award.award(message.get(), SENT_AT)),
        new Work(() -> replayed.set(plain.about(uid())), () -> plain.send(replayed.get())));
  }

  /// A batch of ten messages about two members each, against one message.
  Alternation batchAgainstOne(int turns) {
    return Alternation.of(turns, () -> deliver(10), () -> deliver(1));
  }

  private void deliver(int messages) {
    List<Uni<Void>> begun = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      begun.add(
          receiver.receive(
              delivered(call(uid(), 2 * i, 2)), m -> award.award(m.message(), m.sentAt())));
    }
    begun.forEach(each -> each.await().indefinitely());
  }

  /// Awards to two members against the usual recipe.
  Alternation againstRecipe(int turns) {
    Consumption slow = Consumption.delayed(FreshTables.client(), DELAY, TRANSACTION_DELAY);
    var recipe = new UsualRecipe(slow.client(), FreshTables.create());
    return Alternation.of(
        turns, () -> award.award(call(uid(), 0, 2), SENT_AT), () -> recipe(recipe, uid(), 2));
  }

  private static void recipe(UsualRecipe recipe, String uid, int members) {
    recipe.award(
        uid,
        Stream.concat(IntStream.range(0, members).mapToObj(AwardRows::address), Stream.of(CUSTOMER))
            .toList(),
        IntStream.range(0, members).mapToObj(i -> "m" + i).toList(),
        100L / members);
  }

  private static SQSMessage delivered(MeetingMessage content) {
    var message = new SQSMessage();
    message.setMessageId("m-" + content.activityId().value());
    message.setEventSource("aws:sqs");
    message.setAttributes(Map.of("SentTimestamp", "1789209000123"));
    try {
      message.setBody(MessageJson.MAPPER.writeValueAsString(content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return message;
  }

  /// Bytes of the table for one more award to so many members.
  long bytes(int members) {
    long before = size();
    program.graph().awardMeeting(program).award(call(uid(), 0, members), SENT_AT);
    return size() - before;
  }

  private long size() {
    return local.client().scanPaginator(scan -> scan.tableName(local.name())).items().stream()
        .mapToLong(Units::bytes)
        .sum();
  }
}
