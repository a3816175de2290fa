package services.dataminer.points.ledger.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.ledger.activity.Posted.Granted;
import services.dataminer.points.ledger.activity.StoredDecision.StoredAward;
import services.dataminer.points.ledger.activity.StoredDecision.StoredShare;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.award.Fraction;

/// Ada and Ben are members since 12 April 2023, Dan has not signed up. Shares and what was granted
/// before are written as `ada 50`.
@DisplayName("The difference that is posted")
class PostingTest {

  private static final LocalDate SIGNED_UP_ON = LocalDate.parse("2023-04-12");
  private static final LocalDate YEAR = LocalDate.parse("2026-04-12");
  private static final LocalDate YEAR_BEFORE = LocalDate.parse("2025-04-12");
  private static final LocalDate DAY = LocalDate.parse("2026-09-12");
  private static final Instant RECORDED_AT = Instant.parse("2026-09-13T08:00:00Z");

  @Test
  @DisplayName("of a first decision is every member's share; one not claimed waits")
  void first() {
    List<Posting> due = due(granted("ada 34", "ben 33", "dan 33"), posted());

    assertThat(due).extracting(Posting::memberId).containsExactly("ada", "ben");
    Entry entry = entry(due.getFirst(), granted("ada 34", "ben 33", "dan 33"), posted());
    assertThat(entry.points()).isEqualTo(34);
    assertThat(entry.kind()).isEqualTo(EntryKind.AWARD);
    assertThat(entry.revision()).isEqualTo(8);
    assertThat(entry.earnedOn()).isEqualTo(DAY);
    assertThat(entry.year()).isEqualTo(YEAR);
    assertThat(entry.reason())
        .isEqualTo("some points; your share is 34 points (rules of 2023-03-28)");
    assertThat(due.getFirst().signedUpOn()).hasValue(SIGNED_UP_ON);
  }

  @Test
  @DisplayName("of the same decision again is nothing")
  void nothing() {
    assertThat(due(granted("ada 50", "ben 50"), posted("ada 50", "ben 50"))).isEmpty();
    assertThat(due(granted("ada 100"), posted("ada 100", "ben 0"))).isEmpty();
    assertThat(due(cancelled(), posted("ada 0"))).isEmpty();
  }

  @Test
  @DisplayName(
      "of a decision that does not grant yet is nothing, and that it once did is taken back")
  void deferred() {
    StoredDecision deferred = decision(ActivityState.BOOKED, DAY, "ada 100");

    assertThat(due(deferred, posted())).isEmpty();
    assertThat(due(deferred, posted("ada 100"))).extracting(Posting::after).containsExactly(0L);
  }

  @Test
  @DisplayName("of a changed share is what it changes by")
  void changed() {
    Entry more = entry(granted("ada 100"), posted("ada 50", "ben 50"), "ada");
    Entry less = entry(granted("ada 100"), posted("ada 50", "ben 50"), "ben");

    assertThat(more.points()).isEqualTo(50);
    assertThat(more.kind()).isEqualTo(EntryKind.AWARD);
    assertThat(more.reason()).contains("your share changes from 50 points to 100 points");
    assertThat(less.points()).isEqualTo(-50);
    assertThat(less.kind()).isEqualTo(EntryKind.REVERSAL);
    assertThat(less.reason())
        .contains("you no longer count as an attendee: your share drops from 50 points to 0");
  }

  @Test
  @DisplayName("counts where the points that stand count, whatever day the decision names by now")
  void whereItStands() {
    StoredDecision later = decision(ActivityState.GRANTED, DAY.plusYears(1), "ada 100");
    Posting posting = due(later, posted("ada 50")).getFirst();
    Entry entry = entry(posting, later, posted("ada 50"));

    assertThat(entry.year()).isEqualTo(YEAR);
    assertThat(entry.earnedOn()).isEqualTo(DAY);
    assertThat(posting.signedUpOn()).isEmpty();
    assertThat(posting.granted().get("ada").year()).isEqualTo(YEAR);
  }

  @Test
  @DisplayName("counts anew once nothing stands")
  void anew() {
    StoredDecision earlier = decision(ActivityState.GRANTED, DAY.minusYears(1), "ada 100");
    Posting posting = due(earlier, posted("ada 0")).getFirst();
    Entry entry = entry(posting, earlier, posted("ada 0"));

    assertThat(entry.year()).isEqualTo(YEAR_BEFORE);
    assertThat(entry.earnedOn()).isEqualTo(DAY.minusYears(1));
    assertThat(posting.signedUpOn()).hasValue(SIGNED_UP_ON);
    assertThat(posting.granted().get("ada").year()).isEqualTo(YEAR_BEFORE);
    assertThat(posting.first()).isFalse();
  }

  @Test
  @DisplayName("of a cancelled award takes back all of it, on the day on which it counted")
  void cancelledAward() {
    Entry entry = entry(cancelled(), posted("ada 50", "ben 50"), "ada");

    assertThat(entry.points()).isEqualTo(-50);
    assertThat(entry.earnedOn()).isEqualTo(DAY);
    assertThat(entry.reason())
        .isEqualTo("called off; your share changes from 50 points to 0 points");
  }

  @Test
  @DisplayName("is a member's first though others have been granted something before")
  void firstOfSome() {
    assertThat(due(granted("ada 50", "ben 50"), posted("ada 100")))
        .extracting(Posting::memberId, Posting::first)
        .containsExactly(tuple("ada", false), tuple("ben", true));
  }

  @Test
  @DisplayName("between two shares of one member is written without an entry")
  void ownShares() {
    Posting moved = due(granted("ada-at-home 100"), posted("ada 100")).getFirst();

    assertThat(moved.before()).isEqualTo(moved.after()).isEqualTo(100);
    assertThat(moved.granted())
        .containsEntry("ada", new Granted("ada", 0, YEAR))
        .containsEntry("ada-at-home", new Granted("ada", 100, YEAR));
    assertThat(moved.entry(record(granted("ada-at-home 100"), posted("ada 100")), RECORDED_AT))
        .isEmpty();
  }

  @Test
  @DisplayName("of a correction is an adjustment, be it a deduction; what changes it is none")
  void adjustment() {
    ActivityRecord record =
        new ActivityRecord(
            new ActivityId("adjustment:x"),
            ActivityKind.ADJUSTMENT,
            0,
            known(),
            new Decided(Optional.of(granted("ada -50")), Optional.empty(), List.of()),
            Posted.NOTHING);

    Entry entry = Posting.due(record).getFirst().entry(record, RECORDED_AT).orElseThrow();

    assertThat(entry.kind()).isEqualTo(EntryKind.ADJUSTMENT);
    assertThat(entry.points()).isEqualTo(-50);
    assertThat(entry(cancelled(), posted("ada -50"), "ada").kind()).isEqualTo(EntryKind.AWARD);
  }

  private static StoredDecision granted(String... shares) {
    return decision(ActivityState.GRANTED, DAY, shares);
  }

  private static StoredDecision cancelled() {
    return new StoredDecision(
        ActivityState.CANCELLED, "called off", Optional.empty(), Optional.empty());
  }

  private static StoredDecision decision(ActivityState state, LocalDate day, String... texts) {
    List<StoredShare> shares =
        Arrays.stream(texts)
            .map(text -> text.split(" "))
            .map(share -> share(share[0], Long.parseLong(share[1])))
            .toList();
    long total = shares.stream().mapToLong(StoredShare::points).sum() + 1;
    return new StoredDecision(
        state,
        "some reason",
        Optional.of("2023-03-28"),
        Optional.of(new StoredAward(total, instantOf(day), day, "some points", shares)));
  }

  private static StoredShare share(String ref, long points) {
    return new StoredShare(ref, Fraction.of(points, 1), points, true);
  }

  private static Posted posted(String... texts) {
    SortedMap<String, Granted> granted = new TreeMap<>();
    for (String text : texts) {
      String[] part = text.split(" ");
      granted.put(part[0], new Granted(part[0], Long.parseLong(part[1]), YEAR));
    }
    Optional<Earned> earned =
        granted.isEmpty() ? Optional.empty() : Optional.of(new Earned(instantOf(DAY), DAY));
    return new Posted(earned, granted, new TreeSet<>(), new TreeSet<>());
  }

  private static Instant instantOf(LocalDate day) {
    return Instant.parse(day + "T10:30:00Z");
  }

  private static Known known() {
    SortedMap<Pseudonym, Participant> people = new TreeMap<>();
    people.put(new Pseudonym("ada"), member("ada"));
    people.put(new Pseudonym("ben"), member("ben"));
    people.put(new Pseudonym("dan"), named("dan"));
    people.put(new Pseudonym("ada-at-home"), named("ada-at-home").claimedBy("ada", SIGNED_UP_ON));
    return new Known(List.of(), people, Optional.empty(), Optional.empty());
  }

  private static Participant member(String id) {
    return Participant.ofMember(id, SIGNED_UP_ON, Optional.of("acme"));
  }

  private static Participant named(String name) {
    return new Participant(
        new ParticipantName.ByAddress(new Address("mailto:" + name + "@acme.example")),
        Optional.empty(),
        Optional.empty(),
        Optional.of("acme"),
        false,
        false,
        false);
  }

  private static ActivityRecord record(StoredDecision decision, Posted posted) {
    return new ActivityRecord(
        ActivityId.calcom("m"),
        ActivityKind.VIRTUAL_MEETING,
        7,
        known(),
        new Decided(Optional.of(decision), Optional.of("acme"), List.of()),
        posted);
  }

  private static List<Posting> due(StoredDecision decision, Posted posted) {
    return Posting.due(record(decision, posted));
  }

  private static Entry entry(StoredDecision decision, Posted posted, String member) {
    Posting due =
        due(decision, posted).stream()
            .filter(posting -> posting.memberId().equals(member))
            .findFirst()
            .orElseThrow();
    return entry(due, decision, posted);
  }

  private static Entry entry(Posting posting, StoredDecision decision, Posted posted) {
    return posting.entry(record(decision, posted), RECORDED_AT).orElseThrow();
  }
}
