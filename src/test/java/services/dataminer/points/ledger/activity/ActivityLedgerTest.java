package services.dataminer.points.ledger.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static services.dataminer.points.program.fixture.Recordings.assessed;
import static services.dataminer.points.program.fixture.Recordings.event;
import static services.dataminer.points.program.fixture.Recordings.known;
import static services.dataminer.points.program.fixture.Recordings.retraction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Writes;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.platform.log.LoggedLines;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.RecordedAwardFact;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;

@DisplayName("The ledger writes of an activity")
@WholeSuite
class ActivityLedgerTest {

  private static final Instant RECORDED_AT = Instant.parse("2026-10-20T09:00:01Z");
  private static final LocalDate SIGNED_UP_ON = LocalDate.parse("2023-04-12");
  private static final Entries.Days ALL_DAYS = new Entries.Days(Optional.empty(), Optional.empty());
  private static final Recorded EVENT = event(List.of("2026-10-01 1000"), "ada ben");

  private final LocalTable local = LocalTable.fresh();
  private final Writes writes = new Writes();
  private final ActivityLedger ledger = new ActivityLedger(local.through(writes).table());
  private final Activities activities = new Activities(local.table());
  private final Entries entries = new Entries(local.table());

  private final ActivityRecord unknown =
      ActivityRecord.unknown(known(EVENT).id(), ActivityKind.HOSTED_EVENT);

  @Test
  @DisplayName("the shares of a first decision, in one transaction")
  void first() {
    assertThat(write(unknown, decided(unknown, EVENT))).isTrue();

    assertThat(points("ada")).containsExactly(500L);
    assertThat(points("ben")).containsExactly(500L);
    assertThat(writes.requests()).isEqualTo(1);
    assertThat(stored().version()).isEqualTo(1);
    assertThat(stored().granted()).hasSize(2);
  }

  @Test
  @DisplayName("nothing when the decision is what was posted")
  void duplicate() {
    write(unknown, decided(unknown, EVENT));
    writes.clear();

    assertThat(write(stored(), decided(stored(), EVENT))).isFalse();

    assertThat(writes.requests()).isZero();
  }

  @Test
  @DisplayName("the difference when the decision changes, and the old entries stay")
  void difference() {
    write(unknown, decided(unknown, EVENT));

    ActivityRecord before = stored();
    assertThat(write(before, decided(before, EVENT, retraction("entered twice")))).isTrue();

    assertThat(points("ada")).containsExactly(-500L, 500L);
    assertThat(entries.balance("ada").transferable()).isZero();
    assertThat(write(stored(), decided(stored(), EVENT, retraction("entered twice")))).isFalse();
  }

  @Test
  @DisplayName("a line for what was decided anew or posted, with the points posted")
  void log() {
    try (var log = new LoggedLines(DecisionLog.class)) {
      write(unknown, decided(unknown, EVENT));
      write(stored(), decided(stored(), EVENT));
      ledger.rewrite(stored(), stored());
      write(stored(), decided(stored(), EVENT, retraction("Ada asked for it")));

      assertThat(log.lines())
          .containsExactly(
              "hosted-event:any is GRANTED, posted 1000: rules of 2023-03-28",
              "hosted-event:any is RETRACTED, posted -1000: no rules apply");
      assertThat(log.fields())
          .containsExactly(
              Map.of(
                  "activityId", "hosted-event:any", "outcome", "GRANTED", "edition", "2023-03-28"),
              Map.of("activityId", "hosted-event:any", "outcome", "RETRACTED"));
    }
  }

  @Test
  @DisplayName("nothing when someone else wrote it after it was read")
  void conflict() {
    ActivityRecord stale = unknown;
    write(unknown, decided(unknown, EVENT));

    assertThatThrownBy(() -> write(stale, decided(stale, EVENT))).isInstanceOf(Conflict.class);

    assertThat(points("ada")).containsExactly(500L);
  }

  @Test
  @DisplayName("the shares of more people than a transaction holds, in several, each person once")
  void large() {
    List<String> members =
        IntStream.range(0, 120).mapToObj("m%03d"::formatted).collect(Collectors.toList());
    Recorded large = event(List.of("2026-10-01 600"), String.join(" ", members));

    write(unknown, decided(unknown, large));

    assertThat(writes.requests()).isBetween(3, 5);
    assertThat(members).allSatisfy(member -> assertThat(points(member)).containsExactly(5L));
    writes.clear();
    assertThat(write(stored(), decided(stored(), large))).isFalse();
  }

  private boolean write(ActivityRecord before, ActivityRecord decided) {
    return ledger.write(before, decided, List.of(), RECORDED_AT, LedgerWrite.NOTHING);
  }

  private static ActivityRecord decided(
      ActivityRecord before, Recorded recorded, RecordedAwardFact... more) {
    SortedMap<Pseudonym, Participant> people = new TreeMap<>();
    recorded
        .people()
        .forEach(
            id ->
                people.put(
                    new Pseudonym(id),
                    Participant.ofMember(id, SIGNED_UP_ON, Optional.of("acme"))));
    return before.withDecision(known(recorded, more).facts(), people, assessed(recorded, more));
  }

  private ActivityRecord stored() {
    return activities.find(unknown.id()).orElseThrow();
  }

  /// Newest first.
  private List<Long> points(String member) {
    return entries.all(member, ALL_DAYS).stream().map(Entry::points).toList();
  }
}
