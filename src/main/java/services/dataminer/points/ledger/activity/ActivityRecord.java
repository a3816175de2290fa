package services.dataminer.points.ledger.activity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
import services.dataminer.points.program.award.Decision;

/// All the ledger keeps of one activity: what is known, what was decided, and what has been done
/// about it so far.
///
/// @param version counts the transactions that wrote it; 0 for one not written yet
/// @param facts what senders told; empty for the settlement of a show
/// @param people who everyone named is, as first judged
/// @param venue the booth of a meeting as first judged
/// @param course the course or quiz as first judged
/// @param partnerId the partner whose award it is, was or would be; empty if none
/// @param earned where its points count, since the first of them were granted
/// @param granted what entries have been written for, by ref
/// @param pointers members who have a pointer to it, as they have no entry
/// @param waiting what it waits for in the table, by the partition of the missing thing
public record ActivityRecord(
    ActivityId id,
    ActivityKind kind,
    long version,
    List<Fact> facts,
    SortedMap<Pseudonym, Participant> people,
    Optional<StoredVenue> venue,
    Optional<StoredCourse> course,
    Optional<StoredDecision> decision,
    Optional<String> partnerId,
    Optional<Earned> earned,
    SortedMap<String, Granted> granted,
    SortedSet<String> pointers,
    SortedSet<String> waiting) {

  /// What has been granted to one person.
  ///
  /// @param points whole points, the sum of the entries written
  /// @param year the first day of the membership year in which they count
  public record Granted(String memberId, long points, LocalDate year) {}

  public ActivityRecord {
    Objects.requireNonNull(id, "id");
    facts = facts == null ? List.of() : List.copyOf(facts);
    people = people == null ? new TreeMap<>() : people;
    granted = granted == null ? new TreeMap<>() : granted;
    pointers = pointers == null ? new TreeSet<>() : pointers;
    waiting = waiting == null ? new TreeSet<>() : waiting;
  }

  /// An activity of which the ledger has nothing yet.
  public static ActivityRecord unknown(ActivityId id, ActivityKind kind) {
    return new ActivityRecord(
        id,
        kind,
        0,
        List.of(),
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeSet<>());
  }

  /// The facts of one sort among those known.
  public <F extends Fact> List<F> facts(Class<F> sort) {
    return facts.stream().filter(sort::isInstance).map(sort::cast).toList();
  }

  /// The meeting that the facts tell of; one of which nothing is known, if they tell of none.
  @JsonIgnore
  public Meeting meeting() {
    return Meeting.of(id, facts(MeetingFact.class));
  }

  /// The progress in a course or quiz that the facts tell of.
  @JsonIgnore
  public CourseProgress progress() {
    return CourseProgress.of(id, facts(CourseFact.class));
  }

  /// When it takes or took place, as far as facts tell: the booked end of a meeting, the first
  /// statement about a course, the time an administrator gave.
  @JsonIgnore
  public Optional<Instant> occurredAt() {
    return switch (kind) {
      case MEETING, EXHIBITION_MEETING, VIRTUAL_MEETING -> meeting().booking().map(Booking::endsAt);
      case COURSE_PROGRESS -> progress().occurredAt();
      case HOSTED_EVENT, USE_CASE, CONTRIBUTION, ADJUSTMENT ->
          facts(Recorded.class).stream().map(Recorded::occurredAt).findFirst();
      case SHOW -> Optional.empty();
    };
  }

  /// Who is behind each ref.
  public Map<String, Participant> peopleByRef() {
    var byRef = new TreeMap<String, Participant>();
    people.forEach((pseudonym, named) -> byRef.put(named.person(pseudonym).ref(), named));
    return byRef;
  }

  /// Whether it is someone's own: of a meeting, that of the people of the partner whose award it is
  /// or, where it is no one's, of any partner.
  public boolean concerns(Participant person) {
    return switch (kind) {
      case MEETING, EXHIBITION_MEETING, VIRTUAL_MEETING, SHOW ->
          person
              .partnerId()
              .filter(p -> partnerId.isEmpty() || partnerId.get().equals(p))
              .isPresent();
      case COURSE_PROGRESS, HOSTED_EVENT, USE_CASE, CONTRIBUTION, ADJUSTMENT -> true;
    };
  }

  /// The show at which this is a meeting.
  @JsonIgnore
  public Optional<Show> show() {
    return kind == ActivityKind.EXHIBITION_MEETING
        ? venue.flatMap(StoredVenue::show)
        : Optional.empty();
  }

  /// This activity with more known and decided about it. Pointers tell the show, so they are
  /// written anew where that changed.
  public ActivityRecord judged(
      Meeting meeting,
      Map<Pseudonym, Participant> known,
      Optional<StoredVenue> at,
      Decision decided) {
    Optional<String> partner = KeptAddresses.partnerOf(decided).or(() -> partnerId);
    ActivityRecord judged =
        decided(meeting.facts(), KeptAddresses.of(known, decided, partner), decided)
            .as(ActivityKind.of(meeting), at, course, partner);
    boolean sameShow =
        judged.show().map(Show::id).equals(show().map(Show::id))
            && judged.partnerId().equals(partnerId);
    return sameShow ? judged : judged.written(version, earned, granted, new TreeSet<>(), waiting);
  }

  /// This settlement, decided again.
  public ActivityRecord settled(
      String partner, Map<Pseudonym, Participant> known, Decision decided) {
    return decided(facts, known, decided).as(kind, venue, course, Optional.of(partner));
  }

  /// This activity with more known and decided about it, whatever its kind.
  public ActivityRecord decided(
      List<? extends Fact> told, Map<Pseudonym, Participant> known, Decision decided) {
    return knowing(
        List.copyOf(told), new TreeMap<>(known), Optional.of(StoredDecision.of(decided)));
  }

  private ActivityRecord knowing(
      List<Fact> told,
      SortedMap<Pseudonym, Participant> known,
      Optional<StoredDecision> decisionNow) {
    return new ActivityRecord(
        id,
        kind,
        version,
        told,
        known,
        venue,
        course,
        decisionNow,
        partnerId,
        earned,
        granted,
        pointers,
        waiting);
  }

  /// This activity, about a course or quiz.
  public ActivityRecord about(StoredCourse courseNow) {
    return as(kind, venue, Optional.of(courseNow), partnerId);
  }

  private ActivityRecord as(
      ActivityKind kindNow,
      Optional<StoredVenue> venueNow,
      Optional<StoredCourse> courseNow,
      Optional<String> partnerNow) {
    return new ActivityRecord(
        id,
        kindNow,
        version,
        facts,
        people,
        venueNow,
        courseNow,
        decision,
        partnerNow,
        earned,
        granted,
        pointers,
        waiting);
  }

  /// This activity with other words for the same facts and people.
  public ActivityRecord with(List<Fact> factsNow, Map<Pseudonym, Participant> peopleNow) {
    return knowing(factsNow, new TreeMap<>(peopleNow), decision);
  }

  /// This activity after a transaction that did something about the decision.
  public ActivityRecord written(
      long versionNow,
      Optional<Earned> whereItCounts,
      SortedMap<String, Granted> grantedNow,
      SortedSet<String> pointersNow,
      SortedSet<String> waitingNow) {
    return new ActivityRecord(
        id,
        kind,
        versionNow,
        facts,
        people,
        venue,
        course,
        decision,
        partnerId,
        whereItCounts,
        grantedNow,
        pointersNow,
        waitingNow);
  }
}
