package services.dataminer.points.application.erasure;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.application.run.WorkerPool;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.BlockedActivities;
import services.dataminer.points.ledger.activity.BlockedActivity;
import services.dataminer.points.ledger.activity.ErasedAddresses;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.conflict.ConflictRetry;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.ledger.view.MemberActivities;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Fact;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;

/// Erases a person and keeps every sum: names and addresses go, entries and shares stay under the
/// member's opaque id. An address is kept in the profile and with the activities at which it was
/// named, each of which is found by an entry, a pointer or a wait.
@Singleton
public class EraseMember {

  /// Thousands of activities must be done with before the caller gives up.
  private static final int AT_A_TIME = 8;

  private final WorkerPool workers = new WorkerPool(AT_A_TIME);
  private final ConflictRetry conflicts;
  private final Members members;
  private final Transfers transfers;
  private final Activities records;
  private final MemberActivities activities;
  private final BlockedActivities waiting;
  private final ActivityLedger ledger;
  private final ShowMeetings showMeetings;

  public EraseMember(
      ConflictRetry conflicts,
      Members members,
      Transfers transfers,
      Activities records,
      MemberActivities activities,
      BlockedActivities waiting,
      ActivityLedger ledger,
      ShowMeetings showMeetings) {
    this.conflicts = conflicts;
    this.members = members;
    this.transfers = transfers;
    this.records = records;
    this.activities = activities;
    this.waiting = waiting;
    this.ledger = ledger;
    this.showMeetings = showMeetings;
  }

  /// What became of the wish to erase someone.
  public enum Outcome {
    ERASED,
    /// There never was such a member.
    UNKNOWN,
    /// Points are on their way to DOJO, which needs to know whose they are.
    TRANSFER_PENDING
  }

  /// Erases a member. Interrupted, the same call completes it; once more, it changes nothing.
  public Outcome erase(String memberId, Editor editor) {
    Optional<Set<Pseudonym>> pseudonyms = members.pseudonyms(memberId);
    if (pseudonyms.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (transfers.areUnderWay(memberId)) {
      return Outcome.TRANSFER_PENDING;
    }
    // The activities first, as someone interrupted may not call again. And once more after the
    // profile, for what was assessed by it in between.
    erase(memberId, pseudonyms.get());
    if (!members.erase(memberId, () -> transfers.areUnderWay(memberId), editor)) {
      return Outcome.TRANSFER_PENDING;
    }
    members.markErased(pseudonyms.get());
    erase(memberId, pseudonyms.get());
    return Outcome.ERASED;
  }

  private void erase(String memberId, Set<Pseudonym> pseudonyms) {
    Stream<ActivityId> waitingForThem =
        pseudonyms.stream()
            .flatMap(pseudonym -> waiting.forMember(pseudonym).stream())
            .map(BlockedActivity::activityId);
    var ids =
        new HashSet<>(Stream.concat(activities.ids(memberId).stream(), waitingForThem).toList());
    Map<Boolean, List<ActivityRecord>> known =
        records.all(Set.copyOf(ids)).stream()
            .collect(Collectors.partitioningBy(record -> record.kind() == ActivityKind.SHOW));
    List<ActivityRecord> others = known.get(false);
    // A settled show names people who signed up after it, and whom its next night will credit.
    Set<ActivityId> shows =
        Stream.concat(
                known.get(true).stream().map(ActivityRecord::id),
                others.stream().flatMap(activity -> ErasedAddresses.showOf(activity).stream()))
            .collect(Collectors.toSet());
    eraseWords(others, memberId, pseudonyms);
    // After their meetings: a settlement that reads its show erased reads them erased, too, and
    // cannot bring the address back.
    eraseWords(records.all(shows), memberId, pseudonyms);
  }

  private void eraseWords(
      List<ActivityRecord> activities, String memberId, Set<Pseudonym> pseudonyms) {
    List<ActivityId> telling =
        activities.stream()
            .filter(activity -> mayTell(activity, memberId, pseudonyms))
            .map(ActivityRecord::id)
            .toList();
    workers.each(
        telling,
        () -> false,
        id -> conflicts.retryOnConflict(() -> erase(id, memberId, pseudonyms)));
  }

  /// Whether an activity has words to erase. What a show keeps of its meetings is not read for
  /// that, so each of them is looked at.
  private static boolean mayTell(
      ActivityRecord activity, String memberId, Set<Pseudonym> pseudonyms) {
    var words = erasing(memberId, pseudonyms, activity.id());
    return activity.show().isPresent()
        || !withoutEvidence(activity.facts(), memberId).equals(activity.facts())
        || activity.people().entrySet().stream()
            .anyMatch(who -> !words.apply(who.getKey(), who.getValue()).equals(who.getValue()));
  }

  /// Facts without the links that lead to what a member contributed, which may reveal who it was.
  private static List<Fact> withoutEvidence(List<Fact> facts, String memberId) {
    return facts.stream()
        .<Fact>map(
            fact ->
                fact instanceof Recorded recorded && recorded.people().equals(List.of(memberId))
                    ? recorded.erased()
                    : fact)
        .toList();
  }

  /// Takes the address from one activity and, if it is a show's meeting, from the show's.
  private boolean erase(ActivityId id, String memberId, Set<Pseudonym> pseudonyms) {
    ActivityRecord before =
        records.find(id).orElseGet(() -> ActivityRecord.unknown(id, ActivityKind.MEETING));
    // A show's meeting is divided with its show, so that is the tie breaker that counts.
    var words = erasing(memberId, pseudonyms, ErasedAddresses.showOf(before).orElse(id));
    var people = new HashMap<Pseudonym, Participant>(before.people());
    people.replaceAll(words);
    List<Fact> facts = withoutEvidence(before.facts(), memberId);
    boolean changed = !people.equals(before.people()) || !facts.equals(before.facts());
    if (changed) {
      ledger.rewrite(before, before.withFacts(facts, people));
    }
    if (before.show().isPresent()) {
      showMeetings.rewritePeople(before, words);
    }
    return changed;
  }

  private static BiFunction<Pseudonym, Participant, Participant> erasing(
      String memberId, Set<Pseudonym> pseudonyms, ActivityId divided) {
    return (who, person) ->
        person.memberId().equals(Optional.of(memberId)) || pseudonyms.contains(who)
            ? person.erased(who, divided)
            : person;
  }
}
