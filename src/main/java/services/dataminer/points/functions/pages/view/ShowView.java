package services.dataminer.points.functions.pages.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import services.dataminer.points.ledger.show.ShowMeeting;

/// A show with a page of its meetings.
///
/// @param next the cursor of the page after
public record ShowView(
    String id,
    String name,
    LocalDate startsOn,
    LocalDate endsOn,
    ZoneId timeZone,
    List<Meeting> meetings,
    Optional<String> next) {

  /// A meeting at the booth.
  ///
  /// @param points what it pays by itself
  public record Meeting(
      String id,
      Optional<String> partnerId,
      String state,
      Instant startsAt,
      long points,
      long people,
      String reason) {

    public static Meeting of(ShowMeeting meeting) {
      return new Meeting(
          meeting.activityId().value(),
          meeting.partner(),
          meeting.stateAfterSettlement().name(),
          meeting.startsAt(),
          meeting.points().floor(),
          meeting.awarded().size(),
          meeting.reason());
    }
  }

  /// What a partner's meetings pay as they stand.
  public record Sum(long meetings, long points) {

    private Sum plus(Sum other) {
      return new Sum(meetings + other.meetings, points + other.points);
    }
  }

  /// The sums by partner of the meetings that pay, on this page.
  public Map<String, Sum> sums() {
    BinaryOperator<Sum> plus = Sum::plus;
    return meetings.stream()
        .filter(meeting -> meeting.points() > 0)
        .collect(
            Collectors.toMap(
                meeting -> meeting.partnerId().orElse("no partner"),
                meeting -> new Sum(1, meeting.points()),
                plus,
                TreeMap::new));
  }
}
