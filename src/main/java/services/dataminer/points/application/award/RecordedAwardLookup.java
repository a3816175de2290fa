package services.dataminer.points.application.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.CapItem;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.RecordedAward;
import services.dataminer.points.program.activity.RecordedAwardFact;
import services.dataminer.points.program.activity.RecordedAwardFact.Contribution;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.award.CapPeriod;
import services.dataminer.points.program.award.RecordedAwardRules;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What the table says about a message: the activity, who the members are, and how much of a cap is
/// used. What a message names is read in one batch; only a cap by membership year takes another, as
/// the year depends on the member.
final class RecordedAwardLookup {

  private final Table table;
  private final RecordedAwardRules judge;
  private final Map<Key, Map<String, AttributeValue>> items = new HashMap<>();
  private final Set<Key> asked = new HashSet<>();
  private final Optional<ActivityRecord> stored;
  private final RecordedAward activity;
  private final boolean anew;

  RecordedAwardLookup(Table table, RecordedAwardRules judge, RecordedAwardMessage message) {
    this.table = table;
    this.judge = judge;
    var keys = new ArrayList<Key>();
    keys.add(Keys.activity(message.activityId()));
    RecordedAward.of(message.activityId(), message.facts())
        .recorded()
        .ifPresent(
            recorded -> {
              keys.addAll(profiles(recorded));
              capped(recorded, Map.of()).map(Capped::key).ifPresent(keys::add);
            });
    read(keys);
    stored = new Activities(table).in(items, message.activityId());
    activity =
        RecordedAward.of(
                message.activityId(),
                stored.map(record -> record.facts(RecordedAwardFact.class)).orElse(List.of()))
            .with(message.facts());
    anew = message.again() == ReassessmentScope.EVERYTHING && isRefused();
  }

  private void read(Collection<Key> keys) {
    var missing = keys.stream().filter(asked::add).toList();
    items.putAll(table.read(missing));
  }

  private boolean isRefused() {
    return stored
        .flatMap(ActivityRecord::decision)
        .filter(decision -> decision.state() == ActivityState.REFUSED)
        .isPresent();
  }

  /// The activity with all facts known about it.
  RecordedAward activity() {
    return activity;
  }

  /// The facts as they are kept: without the evidence of someone who was erased.
  List<RecordedAwardFact> facts() {
    return activity.facts().stream()
        .<RecordedAwardFact>map(
            fact ->
                evidence(fact).filter(deed -> !isSignedUp(deed)).isPresent()
                    ? ((Contribution) fact).erased()
                    : fact)
        .toList();
  }

  /// Holds the transaction that writes evidence to the person's not having been erased since.
  static void guard(Transaction transaction, List<RecordedAwardFact> facts) {
    facts.stream()
        .flatMap(fact -> evidence(fact).stream())
        .forEach(deed -> transaction.check(Keys.member(deed.memberId()), Members.NOT_ERASED));
  }

  private static Optional<Contribution> evidence(RecordedAwardFact fact) {
    return fact instanceof Contribution deed
            && deed.evidence().isPresent()
            && !deed.hasErasedEvidence()
        ? Optional.of(deed)
        : Optional.empty();
  }

  private boolean isSignedUp(Contribution deed) {
    read(List.of(Keys.member(deed.memberId())));
    return Members.isSignedUp(items, deed.memberId());
  }

  /// Whether there is something to judge. What was judged stays as it was judged: the room under a
  /// cap was that of the first judgement, and a duplicate finds no other.
  boolean isNews() {
    if (activity.recorded().isEmpty()) {
      return false;
    }
    boolean judged = stored.flatMap(ActivityRecord::decision).isPresent();
    boolean same = before().facts(RecordedAwardFact.class).equals(activity.facts());
    return !judged || !same || anew;
  }

  /// The activity as it is in the table.
  ActivityRecord before() {
    return stored.orElseGet(
        () ->
            ActivityRecord.unknown(
                activity.id(),
                activity.recorded().map(ActivityKind::of).orElse(ActivityKind.ADJUSTMENT)));
  }

  /// Who the members are, as first judged.
  Map<Pseudonym, Participant> people() {
    if (!anew && !before().people().isEmpty()) {
      return before().people();
    }
    var people = new TreeMap<Pseudonym, Participant>();
    Recorded recorded = activity.recorded().orElseThrow();
    read(profiles(recorded));
    for (String id : recorded.people()) {
      Members.among(items, id)
          .ifPresent(
              member ->
                  people.put(
                      new Pseudonym(id),
                      Participant.ofMember(id, member.signedUpOn(), member.partnerId())));
    }
    return people;
  }

  private static List<Key> profiles(Recorded recorded) {
    return recorded.people().stream().map(Keys::member).toList();
  }

  /// The cap under which the points fall.
  ///
  /// @param people as [#people] tells
  Optional<CapItem> cap(Map<Pseudonym, Participant> people) {
    return capped(activity.recorded().orElseThrow(), people)
        .map(
            capped -> {
              read(List.of(capped.key()));
              return CapItem.of(capped.key(), items.get(capped.key()), capped.period());
            });
  }

  /// Where the use of a cap is kept.
  private record Capped(Key key, CapPeriod period) {}

  private Optional<Capped> capped(Recorded recorded, Map<Pseudonym, Participant> people) {
    if (!(recorded instanceof Contribution contribution)) {
      return Optional.empty();
    }
    String memberId = contribution.memberId();
    Optional<LocalDate> signedUpOn =
        Optional.ofNullable(people.get(new Pseudonym(memberId))).flatMap(Participant::signedUpOn);
    return judge
        .cap(contribution, signedUpOn)
        .map(period -> new Capped(Keys.cap(memberId, contribution.action(), period.key()), period));
  }
}
