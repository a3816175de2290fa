package services.dataminer.points.ledger.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Earned;
import services.dataminer.points.ledger.activity.StoredDecision;
import services.dataminer.points.ledger.activity.StoredDecision.StoredAward;
import services.dataminer.points.ledger.activity.StoredDecision.StoredShare;
import services.dataminer.points.ledger.show.ShowMeeting;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.award.Reasons;

/// An activity as people see it: what it is, what became of it and why.
///
/// @param meeting how far its show's settlement got, where it is a meeting of a show
public record ActivityView(ActivityRecord record, Optional<ShowMeeting> meeting) {

  public ActivityState state() {
    ActivityState decided =
        record.decision().map(StoredDecision::state).orElse(ActivityState.BOOKED);
    return decided == ActivityState.AWAITING_SHOW
        ? meeting.map(ShowMeeting::stateAfterSettlement).orElse(decided)
        : decided;
  }

  /// The settlement that granted it, where that is another activity.
  public Optional<ActivityId> settledBy() {
    return record
        .show()
        .filter(_ -> state() == ActivityState.GRANTED)
        .flatMap(show -> record.partnerId().map(partner -> ActivityId.show(show.id(), partner)));
  }

  /// When it takes or took place; the last second of a show.
  public Optional<Instant> occurredAt() {
    return record.occurredAt().or(() -> award().map(StoredAward::at));
  }

  public Optional<StoredAward> award() {
    return record.decision().flatMap(StoredDecision::award);
  }

  /// One sentence: what is awarded, or why nothing is. What got another date after its award, as a
  /// meeting that was moved, says where it counts.
  public String reason() {
    return state() == ActivityState.GRANTED
        ? granted(award().orElseThrow())
        : record.decision().map(StoredDecision::reason).orElse("");
  }

  private String granted(StoredAward award) {
    return record
        .standsOn()
        .map(Earned::earnedOn)
        .filter(day -> !day.equals(award.earnedOn()))
        .map(day -> Reasons.countsOn(day, award.arithmetic()))
        .orElse(award.arithmetic());
  }

  /// The whole points of a share. A meeting of a show is rounded by its settlement, together with
  /// all others: its own shares are rounded down, and only shown.
  public long points(StoredShare share) {
    return record.show().isPresent() ? share.exact().floor() : share.points();
  }

  /// One member's shares of it.
  public List<StoredShare> sharesOf(String memberId) {
    var people = record.peopleByRef();
    return award().stream()
        .flatMap(award -> award.shares().stream())
        .filter(StoredShare::awarded)
        .filter(s -> people.get(s.ref()).memberId().equals(Optional.of(memberId)))
        .toList();
  }
}
