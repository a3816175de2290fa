package services.dataminer.points.application.settlement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StoredDecision;
import services.dataminer.points.ledger.activity.StoredDecision.StoredShare;
import services.dataminer.points.ledger.show.ShowMeeting;
import services.dataminer.points.ledger.show.Stand;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.award.ShowSettlement;

/// Decides the settlement of a stand, whether it is then written or only looked at.
public final class StandSettlement {

  private StandSettlement() {}

  /// The settlement with the decision that follows from the stand's meetings.
  ///
  /// @param before the settlement as read
  /// @param counting those of the stand's meetings that took place
  public static ActivityRecord decided(
      ShowSettlement rules,
      Show show,
      Stand stand,
      ActivityRecord before,
      List<ShowMeeting> counting) {
    StandPeople people = StandPeople.of(counting, settledRefs(before));
    return before.withSettlement(
        stand.partnerId(),
        withFormer(people.everyone(), before),
        rules.settle(show, stand.partnerId(), counting.stream().map(people::shares).toList()));
  }

  private static Set<String> settledRefs(ActivityRecord before) {
    return before.decision().flatMap(StoredDecision::award).stream()
        .flatMap(award -> award.shares().stream())
        .map(StoredShare::ref)
        .collect(Collectors.toSet());
  }

  /// Of people without a meeting that counts, those with entries stay: an erasure finds them by
  /// these.
  private static Map<Pseudonym, Participant> withFormer(
      Map<Pseudonym, Participant> people, ActivityRecord before) {
    var all = new TreeMap<Pseudonym, Participant>(before.people());
    all.entrySet()
        .removeIf(who -> !before.granted().containsKey(who.getValue().person(who.getKey()).ref()));
    all.putAll(people);
    return all;
  }
}
