package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static services.dataminer.points.program.fixture.Recordings.event;
import static services.dataminer.points.program.fixture.Recordings.retraction;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.erasure.EraseMember;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.reconciliation.BalanceCheck;
import services.dataminer.points.ledger.reconciliation.BalanceReconciliation;
import services.dataminer.points.ledger.reconciliation.ReconciliationOutcome;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;
import services.dataminer.points.ledger.reconciliation.ReconciliationScope;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.award.ActivityState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@DisplayName("An event of many people")
@WholeSuite
class LargeEventTest {

  private static final int MOST = 1_000;

  /// As long as the ids of a user pool.
  private static final List<String> MEMBERS =
      IntStream.range(0, MOST).mapToObj(i -> new UUID(i, i).toString()).toList();

  private final LocalTable local = LocalTable.fresh();
  private final Program program = new Program(local);

  private void signUp(int people) {
    program.partner("acme", "acme.example");
    local.enter(
        table -> {
          var entering = new Program(table);
          MEMBERS.subList(0, people).forEach(id -> entering.member(id, "acme"));
        });
  }

  /// An event of the first so many members, who sign up for it.
  private Recorded ofPeople(int people, String... days) {
    signUp(people);
    return event(List.of(days), String.join(" ", MEMBERS.subList(0, people)));
  }

  @Test
  @DisplayName("of 700 that is interrupted twice ends as if it were not")
  void interrupted() {
    ActivityId id = new ActivityId("hosted-event:interrupted");
    Recorded event = ofPeople(700, "2026-10-01 1000");
    program.recordUnassessed("interrupted", event);
    for (int delivery = 1; delivery <= 2; delivery++) {
      var interrupted = new Program(local.through(new StoppingAfter(3 * delivery)));
      assertThatThrownBy(() -> interrupted.tell(id, event))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(granted(id)).isPositive().isLessThan(1_000);

    program.tell(id, event);
    program.tell(id, event);

    assertThat(granted(id)).isEqualTo(1_000);
    assertThat(program.view(id).state()).isEqualTo(ActivityState.GRANTED);
    assertThat(entries(id))
        .hasSize(700)
        .allSatisfy((member, points) -> assertThat(points).singleElement().isIn(1L, 2L));
    assertThat(balances()).isEqualTo(sums());
  }

  @Test
  @DisplayName("of 1,000 is divided exactly, in items far below DynamoDB's limit of 400 KB")
  void most() {
    ActivityId id = program.record("most", ofPeople(MOST, "2026-10-01 1000", "2026-10-02 999"));

    assertThat(granted(id)).isEqualTo(1_999);
    assertThat(program.view(id).sharesOf(MEMBERS.get(500)))
        .singleElement()
        .satisfies(share -> assertThat(share.exact()).hasToString("1999/1000"));
    assertThat(items(id)).hasSize(11);
    assertThat(items(id)).allSatisfy(item -> assertThat(bytes(item)).isLessThan(100_000));
  }

  @Test
  @DisplayName("that is taken back half-way loses exactly what it has granted")
  void takenBack() {
    ActivityId id = new ActivityId("hosted-event:half-way");
    Recorded event = ofPeople(300, "2026-10-01 900");
    program.recordUnassessed("half-way", event);
    var interrupted = new Program(local.through(new StoppingAfter(2)));
    assertThatThrownBy(() -> interrupted.tell(id, event)).isInstanceOf(IllegalStateException.class);
    long before = granted(id);
    assertThat(before).isBetween(1L, 899L);

    program.tell(id, retraction("it did not take place"));
    program.tell(id, event);

    assertThat(granted(id)).isZero();
    assertThat(program.view(id).state()).isEqualTo(ActivityState.RETRACTED);
    assertThat(entries(id).values())
        .allSatisfy(points -> assertThat(points).containsExactlyInAnyOrder(3L, -3L));
    assertThat(entries(id)).hasSize((int) before / 3);
  }

  @Test
  @DisplayName("pays nothing to those whose share rounds to nothing, and shows it to them")
  void nothing() {
    ActivityId id = program.record("small", ofPeople(150, "2026-10-01 100"));

    var paid = entries(id).keySet();
    assertThat(granted(id)).isEqualTo(100);
    assertThat(MEMBERS.subList(0, 150))
        .allSatisfy(member -> assertThat(program.activitiesOf(member)).contains(id))
        .filteredOn(member -> !paid.contains(member))
        .hasSize(50);
    assertThat(program.view(id).reason())
        .isEqualTo("Inspire, Ghent: 100 points for 1 day, divided among 150 people");
  }

  @Test
  @DisplayName("is proved like any other, and goes on from the entry that a proof has added")
  void proved() {
    ActivityId id = program.record("proved", ofPeople(120, "2026-10-01 240"));
    String member = MEMBERS.getFirst();
    Entry entry =
        program.entriesOf(member).stream()
            .filter(it -> it.activityId().equals(id))
            .findFirst()
            .orElseThrow();
    local.table().change(entry.key(), new Change().set("points", AttributeValue.fromN("1")));
    var check = new BalanceCheck(local.table(), program.entries, new Transfers(local.table()));

    ReconciliationOutcome proof =
        new BalanceReconciliation(local.table(), check)
            .reconcile(
                member,
                ReconciliationRun.ofEveryone(
                    Instant.parse("2026-10-20T12:00:00Z"), Program.BRUSSELS),
                ReconciliationScope.EVERYTHING);
    assertThat(proof).isInstanceOf(ReconciliationOutcome.SetRight.class);
    assertThat(entries(id).get(member)).containsExactlyInAnyOrder(1L, 1L);

    program.tell(id, retraction("it did not take place"));
    assertThat(granted(id)).isZero();
    assertThat(program.balanceOf(member)).isEqualTo(program.sumOfEntries(member));
  }

  @Test
  @DisplayName("keeps its sums when someone is erased, and nothing that tells who it was")
  void erased() {
    signUp(150);
    program.member("leaver", "acme", "lea@acme.example");
    String people = String.join(" ", MEMBERS.subList(0, 150)) + " leaver";
    ActivityId id = program.record("left", event(List.of("2026-10-01 1000"), people));

    assertThat(program.erase("leaver")).isEqualTo(EraseMember.Outcome.ERASED);
    program.tell(id, retraction("it did not take place"));

    assertThat(entries(id)).hasSize(151).containsKey("leaver");
    assertThat(granted(id)).isZero();
    assertThat(scan("attribute_exists(pk)")).noneMatch(item -> item.toString().contains("lea@"));
  }

  /// What everyone may transfer, by member.
  private Map<String, Long> balances() {
    return scan("sk = :balance", ":balance", "BALANCE")
        .collect(
            Collectors.toMap(
                item -> item.get("pk").s().substring("MEMBER#".length()),
                item -> Long.parseLong(item.get("transferable").n())));
  }

  /// The sum of everyone's entries, by member.
  private Map<String, Long> sums() {
    return scan("begins_with(sk, :entry)", ":entry", "ENTRY#")
        .collect(
            Collectors.groupingBy(
                item -> item.get("memberId").s(),
                Collectors.summingLong(item -> Long.parseLong(item.get("points").n()))));
  }

  /// The sum of all entries for an activity.
  private long granted(ActivityId id) {
    return entries(id).values().stream().flatMap(List::stream).mapToLong(points -> points).sum();
  }

  /// The points of all entries for an activity, by member.
  private Map<String, List<Long>> entries(ActivityId id) {
    return scan(
            "begins_with(sk, :entry) AND activityId = :id", ":entry", "ENTRY#", ":id", id.value())
        .collect(
            Collectors.groupingBy(
                item -> item.get("memberId").s(),
                Collectors.mapping(
                    item -> Long.parseLong(item.get("points").n()), Collectors.toList())));
  }

  private List<Map<String, AttributeValue>> items(ActivityId id) {
    return scan("pk = :pk", ":pk", "ACTIVITY#" + id).toList();
  }

  /// All items of which something holds.
  ///
  /// @param values names of values in the condition, each with its value
  private Stream<Map<String, AttributeValue>> scan(String condition, String... values) {
    var named = new HashMap<String, AttributeValue>();
    for (int i = 0; i < values.length; i += 2) {
      named.put(values[i], AttributeValue.fromS(values[i + 1]));
    }
    return local
        .client()
        .scanPaginator(
            scan ->
                scan.tableName(local.name())
                    .filterExpression(condition)
                    .expressionAttributeValues(named.isEmpty() ? null : named))
        .items()
        .stream();
  }

  /// About what DynamoDB counts: names and values, and a little for each element.
  private static int bytes(Map<String, AttributeValue> attributes) {
    return attributes.entrySet().stream()
        .mapToInt(e -> e.getKey().getBytes(StandardCharsets.UTF_8).length + bytes(e.getValue()))
        .sum();
  }

  private static int bytes(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s().getBytes(StandardCharsets.UTF_8).length + 1;
      case N -> value.n().length() + 1;
      case M -> 3 + value.m().size() + bytes(value.m());
      case L -> 3 + value.l().stream().mapToInt(v -> 1 + bytes(v)).sum();
      default -> 1;
    };
  }
}
