package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.rules.PreviewRules.Wanted;
import services.dataminer.points.application.rules.RulesPreview;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.fixture.Recordings;
import services.dataminer.points.program.rules.RuleBook;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

@DisplayName("Previewing a draft of the rules")
@WholeSuite
class PreviewCostTest {

  private static final int PARTS_OF_THE_ROSTER = 30;

  private final LocalTable local = LocalTable.fresh();
  private final Program program = new Program(local);
  private final List<Class<?>> requests = Collections.synchronizedList(new ArrayList<>());

  private RulesPreview preview(RuleBook draft, Optional<PageCursor> after, TimeBudget time) {
    var counting =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(
              Context.BeforeExecution context, ExecutionAttributes attributes) {
            requests.add(context.request().getClass());
          }
        };
    return new ObjectGraph(local.through(counting).table(), program.graph().identityKey())
        .previewRules()
        .preview(
            new Wanted(draft, BusyYear.DAY, after, Instant.parse("2026-12-01T12:00:00Z")), time);
  }

  private void members(int count) {
    IntStream.range(0, count).forEach(n -> program.member("m-" + n, null, n + "@home.example"));
  }

  /// As many adjustments of the member as asked for, the first recorded and the others copies.
  private void adjustments(int count) {
    program.member("ada", null, "ada@home.example");
    program.record("a-0", Recordings.adjustment(5, "missed", "2026-10-06T10:00:00Z"));
    Entry entry = program.entriesOf("ada").getFirst();
    ActivityId id = entry.activityId();
    var items = local.table().read(List.of(Keys.activity(id), entry.key()));
    var copies = new ArrayList<WriteRequest>();
    for (int n = 1; n < count; n++) {
      var copied = new ActivityId(id.value().replace("a-0", "a-" + n));
      var named = AttributeValue.fromS(copied.value());
      copies.add(copy(items.get(Keys.activity(id)), Keys.activity(copied), Map.of("id", named)));
      copies.add(
          copy(
              items.get(entry.key()),
              Keys.entry("ada", entry.at(), copied, entry.revision()),
              Map.of("activityId", named)));
    }
    for (int from = 0; from < copies.size(); from += 25) {
      List<WriteRequest> some = copies.subList(from, Math.min(from + 25, copies.size()));
      local.client().batchWriteItem(write -> write.requestItems(Map.of(local.name(), some)));
    }
  }

  private static WriteRequest copy(
      Map<String, AttributeValue> item, Key to, Map<String, AttributeValue> changed) {
    var copy = new HashMap<>(item);
    copy.putAll(to.attributes());
    copy.putAll(changed);
    return WriteRequest.builder().putRequest(PutRequest.builder().item(copy).build()).build();
  }

  @Test
  @DisplayName("takes 31 reads for ten members with 1,000 activities, and lists the members")
  void thousandActivities() {
    members(9);
    adjustments(1000);

    RulesPreview preview = preview(ObjectGraph.RULES, Optional.empty(), ObjectGraph.time());

    assertThat(preview.activities()).isEqualTo(1000);
    assertThat(preview.changes()).isEmpty();
    Map<Class<?>, Long> counted =
        requests.stream().collect(Collectors.groupingBy(type -> type, Collectors.counting()));
    assertThat(counted)
        .containsOnly(
            Map.entry(QueryRequest.class, PARTS_OF_THE_ROSTER + 2L * 10),
            Map.entry(BatchGetItemRequest.class, 1L + 1000 / 100));
  }

  @Test
  @DisplayName("writes nothing, whatever the draft changes")
  void readsAlone() {
    BusyYear.in(program);

    RulesPreview preview =
        preview(
            BusyYear.draft("points: 100\n", "points: 150\n"), Optional.empty(), ObjectGraph.time());

    assertThat(preview.changes()).isNotEmpty();
    assertThat(requests).isNotEmpty().containsOnly(QueryRequest.class, BatchGetItemRequest.class);
  }

  @Test
  @DisplayName("stops when its time is up, and goes on with those members who are left")
  void continued() {
    members(25);
    var clock = new AtomicLong();
    var seen = new ArrayList<Integer>();
    Optional<PageCursor> next = Optional.empty();
    do {
      var time = new TimeBudget(Duration.ZERO, clock::get);
      RulesPreview preview = preview(ObjectGraph.RULES, next, time);
      seen.add(preview.members());
      next = preview.next();
    } while (next.isPresent());

    assertThat(seen).containsExactly(10, 10, 5);
  }

  @Test
  @DisplayName("leaves an activity as it stands that cannot be read, and names it")
  void unreadable() {
    adjustments(3);
    var bad = new ActivityId("adjustment:a-1");
    local.table().change(Keys.activity(bad), new Change().set("kind", AttributeValue.fromS("?")));

    RulesPreview preview = preview(ObjectGraph.RULES, Optional.empty(), ObjectGraph.time());

    assertThat(preview.failed()).containsExactly(bad);
    assertThat(preview.activities()).isEqualTo(2);
  }
}
