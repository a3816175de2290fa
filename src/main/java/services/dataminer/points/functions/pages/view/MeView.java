package services.dataminer.points.functions.pages.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.application.standing.ReadAccount.Outcome.Found;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.program.membership.Standing;
import services.dataminer.points.program.rules.Level;
import services.dataminer.points.program.rules.Levels;
import services.dataminer.points.program.rules.RuleBook;

/// What a member sees first: the level, the points of the year, what comes next, and why.
///
/// @param signedUpOn what was earned before it counts in the first membership year
/// @param goals the present level, where it is still to be earned again, and the next one up
/// @param entries the newest of the year under way
/// @param moreEntries how many more the year has
public record MeView(
    String name,
    LocalDate signedUpOn,
    Standing standing,
    String level,
    LevelGains gains,
    List<Goal> goals,
    YearChart chart,
    Balance balance,
    boolean autoTransfer,
    long pending,
    ActivityRows open,
    List<Entry> entries,
    int moreEntries,
    ActivityRows uncounted,
    List<Hints.Hint> hints) {

  private static final int MOST_ENTRIES = 60;
  private static final int MOST_ACTIVITIES = 25;

  /// Something to reach.
  ///
  /// @param title such as "To become an Enabler"
  /// @param points of the year that reach it
  /// @param toGo how many are missing, at least 1
  /// @param percent how much of it there is, 0 to 100
  /// @param by the last day on which they count
  public record Goal(String title, long points, long toGo, long percent, LocalDate by) {}

  /// An activity that has no entry, or of which something was taken back.
  ///
  /// @param points the member's own, where they are known
  public record ActivityRow(
      String what, Optional<Instant> at, Optional<Long> points, String reason) {}

  /// The latest of such activities.
  ///
  /// @param more how many earlier ones there are
  public record ActivityRows(List<ActivityRow> latest, int more) {}

  /// Whether what identified the member was removed.
  public boolean isErased() {
    return name.isEmpty();
  }

  /// Whether the page has the entry that a mark of the chart leads to.
  public boolean lists(YearChart.Mark mark) {
    return entries.stream().anyMatch(entry -> entry.id().equals(mark.entryId()));
  }

  public static MeView of(Found found, LocalDate today, RuleBook rules) {
    Standing standing = found.standing();
    Levels levels = rules.levelsOn(today);
    List<Entry> ofYear =
        found.account().entries().stream()
            .filter(entry -> entry.kind().earns())
            .filter(entry -> entry.year().equals(standing.year().from()))
            .toList();
    List<Goal> goals = goals(standing, levels);
    return new MeView(
        found.member().name(),
        found.member().signedUpOn(),
        standing,
        LevelNames.of(standing.level()),
        LevelGains.of(standing.level(), levels.benefits()),
        goals,
        YearChart.of(standing.year(), today, ofYear, levels),
        found.balance(),
        found.member().autoTransfer(),
        found.account().pending(),
        rows(found, found.account().open()),
        ofYear.stream().limit(MOST_ENTRIES).toList(),
        Math.max(0, ofYear.size() - MOST_ENTRIES),
        rows(found, found.account().uncounted()),
        goals.isEmpty() ? List.of() : hints(found.member(), goals.getFirst().toGo(), rules, today));
  }

  /// To keep the level of the year before, then to reach the next. Nobody has to earn the lowest
  /// level, not even below zero.
  private static List<Goal> goals(Standing standing, Levels levels) {
    long earned = standing.earned();
    Level level = standing.level();
    LocalDate by = standing.year().to().minusDays(1);
    var keep =
        Optional.of(level)
            .filter(held -> levels.threshold(held) > Math.max(0, earned))
            .map(
                held ->
                    goal(
                        "To stay " + LevelNames.withArticle(held),
                        levels.threshold(held),
                        earned,
                        by));
    var next =
        standing
            .next()
            .map(
                n ->
                    goal(
                        "To become " + LevelNames.withArticle(n.level()),
                        levels.threshold(n.level()),
                        earned,
                        by));
    return Stream.of(keep, next).flatMap(Optional::stream).toList();
  }

  private static Goal goal(String title, long points, long earned, LocalDate by) {
    long percent = Math.clamp(earned * 100 / points, 0, 100);
    return new Goal(title, points, points - earned, percent, by);
  }

  private static List<Hints.Hint> hints(Member member, long toGo, RuleBook rules, LocalDate today) {
    return Hints.of(toGo, member.partnerId().isPresent(), rules.inForceOrFirst(today).tariff());
  }

  private static ActivityRows rows(Found found, List<ActivityView> activities) {
    return new ActivityRows(
        activities.stream()
            .limit(MOST_ACTIVITIES)
            .map(
                view ->
                    new ActivityRow(
                        title(view),
                        view.occurredAt(),
                        points(view, found.member().id()),
                        view.reason()))
            .toList(),
        Math.max(0, activities.size() - MOST_ACTIVITIES));
  }

  private static Optional<Long> points(ActivityView view, String memberId) {
    return view.award().map(_ -> view.sharesOf(memberId).stream().mapToLong(view::points).sum());
  }

  private static String title(ActivityView view) {
    return view.record()
        .show()
        .map(show -> "Meeting at " + show.name())
        .orElseGet(() -> Formats.phrase(view.record().kind().label()));
  }
}
