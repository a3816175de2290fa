package services.dataminer.points.ledger.show;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StoredDecision;
import services.dataminer.points.ledger.activity.StoredDecision.StoredAward;
import services.dataminer.points.ledger.activity.StoredDecision.StoredShare;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.award.Fraction;
import services.dataminer.points.program.award.Reasons;

/// A meeting as its show sees it: what the settlement needs of it, and how far it got.
///
/// @param partnerId as kept; see [#partner()]
/// @param version counts the changes of the meeting, not those of its settlement
/// @param portions everyone's exact part; empty where the meeting pays nothing
/// @param people who is behind the portions' refs
/// @param settledVersion the version last settled; 0 if none
/// @param moved whether the meeting belongs to another show or partner now, or to none; kept all
///   the same, because a settlement may have paid it here
public record ShowMeeting(
    ActivityId activityId,
    String partnerId,
    long version,
    ActivityState state,
    Instant startsAt,
    Instant endsAt,
    String reason,
    List<StoredShare> portions,
    Map<String, Participant> people,
    long settledVersion,
    boolean moved) {

  /// Kept as the partner of a meeting that is no one's award.
  private static final String NO_PARTNER = "-";

  /// An activity that is a meeting of a show, as the show sees it; its item counts the versions.
  public static ShowMeeting of(ActivityRecord record) {
    Booking booking = record.meeting().booking().orElseThrow();
    StoredDecision decision = record.decision().orElseThrow();
    var portions = decision.award().map(StoredAward::shares).orElse(List.of());
    Map<String, Participant> byRef = record.peopleByRef();
    var people = new TreeMap<String, Participant>();
    portions.forEach(share -> people.put(share.ref(), byRef.get(share.ref())));
    return new ShowMeeting(
        record.id(),
        keptPartner(record),
        0,
        decision.state(),
        booking.startsAt(),
        booking.endsAt(),
        decision.reason(),
        portions,
        people,
        0,
        false);
  }

  /// The partner whose award an activity is, as it is kept.
  static String keptPartner(ActivityRecord record) {
    return record.partnerId().orElse(NO_PARTNER);
  }

  /// The partner whose award it is; empty if it is no one's.
  public Optional<String> partner() {
    return Optional.of(partnerId).filter(id -> !id.equals(NO_PARTNER));
  }

  /// What stays where the meeting was. It names no one: the activity does not lead here any more,
  /// so an erasure would not find them.
  ShowMeeting movedAway() {
    return new ShowMeeting(
        activityId,
        partnerId,
        version,
        ActivityState.CANCELLED,
        startsAt,
        endsAt,
        Reasons.OF_ANOTHER_SHOW,
        List.of(),
        Map.of(),
        settledVersion,
        true);
  }

  /// Whether the meeting took place, by all that is known.
  public boolean counts() {
    return state == ActivityState.AWAITING_SHOW;
  }

  /// Whether it counts or may still come to count.
  public boolean isExpected() {
    return counts() || state == ActivityState.BOOKED;
  }

  /// The state people see: a counting meeting is granted once it was settled as it stands now.
  public ActivityState stateAfterSettlement() {
    return counts() && settledVersion == version ? ActivityState.GRANTED : state;
  }

  /// The portions that are awarded, rather than shown only.
  public List<StoredShare> awarded() {
    return portions.stream().filter(StoredShare::awarded).toList();
  }

  /// What it pays by itself: a settlement divides the exact parts of all meetings.
  public Fraction points() {
    return awarded().stream().map(StoredShare::exact).reduce(Fraction.ZERO, Fraction::plus);
  }

  /// The exact parts awarded to one member, one for each name under which the member came.
  public Stream<Fraction> sharesOf(String memberId) {
    return awarded().stream()
        .filter(share -> people.get(share.ref()).memberId().equals(Optional.of(memberId)))
        .map(StoredShare::exact);
  }
}
