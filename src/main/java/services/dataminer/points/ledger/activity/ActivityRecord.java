package services.dataminer.points.ledger.activity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import services.dataminer.points.ledger.activity.Posted.Granted;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseProgress;
import services.dataminer.points.program.activity.Fact;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.award.Decision;

/// All the ledger keeps of one activity: what is known, what was decided, and what has been posted
/// about it so far. In the table it is one flat item.
///
/// @param version counts the transactions that wrote it; 0 for one not written yet
public record ActivityRecord(
    ActivityId id,
    ActivityKind kind,
    long version,
    @JsonUnwrapped Known known,
    @JsonUnwrapped Decided decided,
    @JsonUnwrapped Posted posted) {

  public ActivityRecord {
    Objects.requireNonNull(id, "id");
  }

  /// An activity of which the ledger has nothing yet.
  public static ActivityRecord unknown(ActivityId id, ActivityKind kind) {
    return new ActivityRecord(id, kind, 0, Known.NOTHING, Decided.NOTHING, Posted.NOTHING);
  }

  public List<Fact> facts() {
    return known.facts();
  }

  public SortedMap<Pseudonym, Participant> people() {
    return known.people();
  }

  public Optional<StoredVenue> venue() {
    return known.venue();
  }

  public Optional<StoredCourse> course() {
    return known.course();
  }

  public Optional<StoredDecision> decision() {
    return decided.decision();
  }

  /// Whether it was decided on, and stands there now.
  public boolean isIn(ActivityState state) {
    return decision().filter(decided -> decided.state() == state).isPresent();
  }

  public Optional<String> partnerId() {
    return decided.partnerId();
  }

  /// The decisions before, as far as they are kept, oldest first.
  public List<EarlierDecision> earlierDecisions() {
    return decided.earlier();
  }

  public Optional<Earned> earned() {
    return posted.earned();
  }

  /// Where points count that are granted now; empty if none are.
  public Optional<Earned> standsOn() {
    return earned().filter(_ -> granted().values().stream().anyMatch(g -> g.points() != 0));
  }

  public SortedMap<String, Granted> granted() {
    return posted.granted();
  }

  public SortedSet<String> pointers() {
    return posted.pointers();
  }

  public SortedSet<String> waiting() {
    return posted.waiting();
  }

  /// The facts of one sort among those known.
  public <F extends Fact> List<F> facts(Class<F> sort) {
    return facts().stream().filter(sort::isInstance).map(sort::cast).toList();
  }

  /// The meeting that the facts describe; one of which nothing is known, if they describe none.
  public Meeting meeting() {
    return Meeting.of(id, facts(MeetingFact.class));
  }

  /// The progress in a course or quiz that the facts describe.
  public CourseProgress progress() {
    return CourseProgress.of(id, facts(CourseFact.class));
  }

  /// When it takes or took place, as far as facts say: the booked end of a meeting, the first
  /// statement about a course, the time an administrator gave.
  public Optional<Instant> occurredAt() {
    return switch (kind.family()) {
      case MEETING -> meeting().booking().map(Booking::endsAt);
      case COURSE -> progress().occurredAt();
      case RECORDED_AWARD -> facts(Recorded.class).stream().map(Recorded::occurredAt).findFirst();
      case SHOW -> Optional.empty();
    };
  }

  /// Who is behind each ref.
  public Map<String, Participant> peopleByRef() {
    var byRef = new TreeMap<String, Participant>();
    people().forEach((pseudonym, named) -> byRef.put(named.person(pseudonym).ref(), named));
    return byRef;
  }

  /// The people whose shares wait for a sign-up, as far as they are known here, in the order of
  /// their refs.
  public List<Participant> unclaimed() {
    Map<String, Participant> byRef = peopleByRef();
    return decision().map(StoredDecision::awarded).orElse(List.of()).stream()
        .flatMap(share -> Optional.ofNullable(byRef.get(share.ref())).stream())
        .filter(person -> person.memberId().isEmpty())
        .toList();
  }

  /// Whether it is someone's own: of a meeting, that of the people of the partner whose award it is
  /// or, where it is no one's, of any partner.
  public boolean concerns(Participant person) {
    return switch (kind.family()) {
      case MEETING, SHOW ->
          person
              .partnerId()
              .filter(p -> partnerId().isEmpty() || partnerId().get().equals(p))
              .isPresent();
      case COURSE, RECORDED_AWARD -> true;
    };
  }

  /// The show at which this is a meeting.
  public Optional<Show> show() {
    return kind == ActivityKind.EXHIBITION_MEETING
        ? venue().flatMap(StoredVenue::show)
        : Optional.empty();
  }

  /// This activity with more known and decided about it. Pointers say at which show it is, so they
  /// are written anew where that changed.
  public ActivityRecord withAssessment(
      Meeting meeting,
      Map<Pseudonym, Participant> people,
      Optional<StoredVenue> at,
      Decision decision) {
    Optional<String> partner = KeptAddresses.partnerOf(decision).or(this::partnerId);
    ActivityRecord assessed =
        new ActivityRecord(
            id,
            ActivityKind.of(meeting),
            version,
            known
                .withFacts(meeting.facts(), KeptAddresses.of(people, decision, partner))
                .withVenue(at),
            decided.with(Optional.of(StoredDecision.of(decision)), partner),
            posted);
    boolean sameShow =
        assessed.show().map(Show::id).equals(show().map(Show::id))
            && assessed.partnerId().equals(partnerId());
    return sameShow ? assessed : assessed.withPosted(version, posted.withoutPointers());
  }

  /// This settlement, decided again.
  public ActivityRecord withSettlement(
      String partner, Map<Pseudonym, Participant> people, Decision decision) {
    return with(
        known.withFacts(facts(), people),
        decided.with(Optional.of(StoredDecision.of(decision)), Optional.of(partner)));
  }

  /// This activity with more known and decided about it, whatever its kind.
  public ActivityRecord withDecision(
      List<? extends Fact> facts, Map<Pseudonym, Participant> people, Decision decision) {
    return with(
        known.withFacts(facts, people),
        decided.with(Optional.of(StoredDecision.of(decision)), partnerId()));
  }

  /// This activity, about a course or quiz.
  public ActivityRecord withCourse(StoredCourse course) {
    return with(known.withCourse(course), decided);
  }

  /// This activity with other words for the same facts and people.
  public ActivityRecord withFacts(List<Fact> facts, Map<Pseudonym, Participant> people) {
    return with(known.withFacts(facts, people), decided);
  }

  ActivityRecord with(Known knownNow, Decided decidedNow) {
    return new ActivityRecord(id, kind, version, knownNow, decidedNow, posted);
  }

  /// This activity, remembering what was decided before.
  ///
  /// @param before the activity as it was read
  /// @param at when it is written
  ActivityRecord replacing(ActivityRecord before, Instant at) {
    return with(known, decided.replacing(before.decided, at));
  }

  /// This activity after a transaction that did something about the decision.
  public ActivityRecord withPosted(long versionNow, Posted postedNow) {
    return new ActivityRecord(id, kind, versionNow, known, decided, postedNow);
  }
}
