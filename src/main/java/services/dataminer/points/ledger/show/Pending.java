package services.dataminer.points.ledger.show;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import services.dataminer.points.ledger.activity.Part;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.award.Fraction;

/// What shows that are not settled yet will bring a member, if all goes as booked.
@Singleton
public class Pending {

  private final Table table;

  public Pending(Table table) {
    this.table = table;
  }

  /// Whole points: the member's exact parts of booked and ended meetings of all shows of which the
  /// partner's meetings are not settled, added up and rounded down.
  public long of(String memberId) {
    List<Part> parts =
        table.beginningWith(Keys.memberPartition(memberId), Keys.PART).stream()
            .map(item -> Document.read(item, Part.class))
            .filter(part -> part.partnerId().isPresent())
            .toList();
    var settlements =
        table.read(parts.stream().map(Pending::settlement).collect(Collectors.toSet()));
    List<Key> open =
        parts.stream()
            .filter(part -> !settlements.containsKey(settlement(part)))
            .map(
                part ->
                    Keys.meeting(
                        part.showId().orElseThrow(),
                        part.partnerId().orElseThrow(),
                        part.activityId()))
            .toList();
    return table.read(open).values().stream()
        .map(item -> Document.read(item, ShowMeeting.class))
        .filter(meeting -> meeting.state() == ActivityState.BOOKED || meeting.counts())
        .flatMap(meeting -> meeting.sharesOf(memberId))
        .reduce(Fraction.ZERO, Fraction::plus)
        .floor();
  }

  private static Key settlement(Part part) {
    return Keys.activity(
        ActivityId.show(part.showId().orElseThrow(), part.partnerId().orElseThrow()));
  }
}
