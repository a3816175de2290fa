package services.dataminer.points.application.standing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import services.dataminer.points.application.run.WorkerPool;
import services.dataminer.points.ledger.directory.DirectorySearch;
import services.dataminer.points.ledger.directory.DirectorySearch.Wanted;
import services.dataminer.points.ledger.directory.SearchText;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.show.ShowMeeting;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.show.Stand;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.award.Fraction;

/// Reads a partner's meetings at the shows of the last and the coming twelve months: one query for
/// each show. At more than [#MOST] shows, it reads those nearest to the day.
@Singleton
public class ReadPartnerShows {

  /// Of how many shows the meetings are read.
  public static final int MOST = 24;

  private static final int PAGE = 300;
  private static final int MONTHS = 12;
  private static final int AT_A_TIME = 8;

  private final DirectorySearch directory;
  private final ShowMeetings meetings;
  private final WorkerPool workers = new WorkerPool(AT_A_TIME);

  public ReadPartnerShows(DirectorySearch directory, ShowMeetings meetings) {
    this.directory = directory;
    this.meetings = meetings;
  }

  /// A show where the partner has meetings.
  ///
  /// @param booked meetings that are not over
  /// @param held meetings that are over, and wait for the settlement
  /// @param awarded meetings that the settlement divided as they stand
  /// @param points what all of these pay if they stay as they are, rounded down
  public record PartnerShow(
      Show show, long booked, long held, long awarded, long refused, long points) {}

  /// The shows around a day at which the partner has meetings, the latest first.
  public List<PartnerShow> around(String partnerId, LocalDate today) {
    Queue<PartnerShow> shows = new ConcurrentLinkedQueue<>();
    workers.each(
        near(today),
        () -> false,
        show -> {
          List<ShowMeeting> all = meetings.of(new Stand(show.id(), partnerId));
          if (all.stream().anyMatch(ReadPartnerShows::isShown)) {
            shows.add(sums(show, all));
          }
        });
    return shows.stream()
        .sorted(
            Comparator.comparing((PartnerShow one) -> one.show().startsOn())
                .reversed()
                .thenComparing(one -> one.show().id()))
        .toList();
  }

  private List<Show> near(LocalDate today) {
    LocalDate first = today.minusMonths(MONTHS);
    LocalDate last = today.plusMonths(MONTHS);
    return all().stream()
        .filter(show -> !show.endsOn().isBefore(first) && !show.startsOn().isAfter(last))
        .sorted(
            Comparator.comparing(show -> Math.abs(ChronoUnit.DAYS.between(today, show.startsOn()))))
        .limit(MOST)
        .toList();
  }

  private List<Show> all() {
    var shows = new ArrayList<Show>();
    Optional<PageCursor> after = Optional.empty();
    do {
      var page = directory.shows(new Wanted(SearchText.of(""), after, PAGE));
      shows.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return shows;
  }

  private static boolean isShown(ShowMeeting meeting) {
    return meeting.isExpected() || meeting.state() == ActivityState.REFUSED;
  }

  private static PartnerShow sums(Show show, List<ShowMeeting> meetings) {
    return new PartnerShow(
        show,
        count(meetings, ActivityState.BOOKED),
        count(meetings, ActivityState.AWAITING_SHOW),
        count(meetings, ActivityState.GRANTED),
        count(meetings, ActivityState.REFUSED),
        meetings.stream()
            .filter(ShowMeeting::isExpected)
            .map(ShowMeeting::points)
            .reduce(Fraction.ZERO, Fraction::plus)
            .floor());
  }

  private static long count(List<ShowMeeting> meetings, ActivityState state) {
    return meetings.stream().filter(one -> one.stateAfterSettlement() == state).count();
  }
}
