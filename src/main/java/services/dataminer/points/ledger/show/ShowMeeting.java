package services.dataminer.points.ledger.show;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.ledger.activity.NamedPerson;
import services.dataminer.points.ledger.activity.StoredDecision.StoredShare;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.award.Fraction;
import services.dataminer.points.program.award.Portion;

/// A meeting as its show sees it: what the settlement needs of it, and how far it got.
///
/// @param version counts the changes of the meeting, not those of its settlement
/// @param portions everyone's exact part; empty where the meeting pays nothing
/// @param people who is behind the portions' refs
/// @param settledVersion the version last settled; 0 if none
public record ShowMeeting(
    ActivityId activityId,
    String partnerId,
    long version,
    ActivityState state,
    Instant startsAt,
    Instant endsAt,
    String reason,
    List<StoredShare> portions,
    Map<String, NamedPerson> people,
    long settledVersion) {

  /// Stands for the partner of a meeting that is no one's award.
  public static final String NO_PARTNER = "-";

  /// Whether the meeting took place, by all that is known.
  public boolean counts() {
    return state == ActivityState.AWAITING_SHOW;
  }

  /// The state people are told: a counting meeting that was settled is granted.
  public ActivityState stateAfterSettlement() {
    return counts() && settledVersion > 0 ? ActivityState.GRANTED : state;
  }

  /// The portions as the rules see them.
  public List<Portion> asPortions() {
    return portions.stream()
        .map(
            share ->
                new Portion(
                    people.get(share.ref()).person(new Identity(share.ref())),
                    share.exact(),
                    share.awarded()))
        .toList();
  }

  /// The exact parts awarded to one member, one for each name under which the member came.
  public Stream<Fraction> sharesOf(String memberId) {
    return portions.stream()
        .filter(StoredShare::awarded)
        .filter(share -> people.get(share.ref()).memberId().equals(Optional.of(memberId)))
        .map(StoredShare::exact);
  }
}
