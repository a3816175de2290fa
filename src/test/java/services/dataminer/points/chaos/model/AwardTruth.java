package services.dataminer.points.chaos.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import services.dataminer.points.chaos.model.Happening.ContributionMade;
import services.dataminer.points.chaos.model.Happening.EventHosted;
import services.dataminer.points.chaos.model.Happening.PointsAdjusted;
import services.dataminer.points.chaos.model.Happening.UseCaseAccepted;

/// What administrators' decisions pay. Source: partner benefits page and DevOps Professional
/// Program, general contributions.
public final class AwardTruth {
  private static final Map<String, Long> FIXED =
      Map.ofEntries(
          Map.entry("ask-question", 10L),
          Map.entry("answer-question", 25L),
          Map.entry("answer-selected-best", 75L),
          Map.entry("upvote", 1L),
          Map.entry("receive-downvote", -10L),
          Map.entry("attend-training-day", 500L),
          Map.entry("kata", 75L),
          Map.entry("retro-recipe", 2000L),
          Map.entry("mindset-nomination", 750L),
          Map.entry("feedback", 50L),
          Map.entry("linkedin-headline", 250L),
          Map.entry("job-title", 250L),
          Map.entry("share-attestation", 100L));
  private static final Map<String, Long> MOST_PER_YEAR =
      Map.of("linkedin-headline", 250L, "job-title", 250L, "share-attestation", 100L);
  private static final long MOST_FEEDBACK_PER_MONTH = 100;

  private final World world;
  private final Set<String> withdrawn;

  AwardTruth(World world, Set<String> withdrawn) {
    this.world = world;
    this.withdrawn = withdrawn;
  }

  /// Actions that pay a fixed figure.
  public static Set<String> fixedActions() {
    return FIXED.keySet();
  }

  /// What the activity of a contribution is called here: its own name, or for capped actions the
  /// cap, since which of them are granted depends on which came first.
  public static String name(World world, ContributionMade made) {
    LocalDate on = made.at().atZone(World.ZONE).toLocalDate();
    if (made.action().equals("feedback")) {
      return "cap on feedback in " + YearMonth.from(on);
    }
    if (MOST_PER_YEAR.containsKey(made.action())) {
      World.Person member = world.person(made.member()).orElseThrow();
      return "cap on "
          + made.action()
          + " in the year from "
          + MemberYears.of(member.signedUpOn()).yearOf(on).from();
    }
    return made.about();
  }

  void add(List<Happening> happenings, Expectation expected) {
    var capped = new TreeMap<String, List<ContributionMade>>();
    for (Happening happening : happenings) {
      if (withdrawn.contains(happening.about())) {
        continue;
      }
      switch (happening) {
        case ContributionMade made when isCapped(made) ->
            capped.merge(made.member() + " " + name(world, made), List.of(made), AwardTruth::both);
        case ContributionMade made ->
            expected.earn(
                made.member(),
                made.about(),
                made.points().orElseGet(() -> FIXED.get(made.action())),
                made.at().atZone(World.ZONE).toLocalDate());
        case PointsAdjusted made ->
            expected.earn(
                made.member(),
                made.about(),
                made.points(),
                made.at().atZone(World.ZONE).toLocalDate());
        case UseCaseAccepted made ->
            divide(made.about(), made.points(), made.authors(), made.on(), expected);
        case EventHosted made ->
            divide(
                made.about(),
                made.days().values().stream().mapToLong(Long::longValue).sum(),
                made.people(),
                made.days().lastKey(),
                expected);
        default -> {
          // Not an administrator's decision.
        }
      }
    }
    capped.values().forEach(all -> earnUpToCap(all, expected));
  }

  private static List<ContributionMade> both(
      List<ContributionMade> some, List<ContributionMade> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static boolean isCapped(ContributionMade made) {
    return made.action().equals("feedback") || MOST_PER_YEAR.containsKey(made.action());
  }

  private void earnUpToCap(List<ContributionMade> made, Expectation expected) {
    ContributionMade first = made.getFirst();
    long most = MOST_PER_YEAR.getOrDefault(first.action(), MOST_FEEDBACK_PER_MONTH);
    long points = Math.min(most, made.size() * FIXED.get(first.action()));
    expected.earn(
        first.member(), name(world, first), points, first.at().atZone(World.ZONE).toLocalDate());
  }

  private static void divide(
      String activity, long points, List<String> people, LocalDate on, Expectation expected) {
    var exact = new TreeMap<String, Ratio>();
    people.forEach(person -> exact.put(person, Ratio.of(points, people.size())));
    Shared.among(activity, exact)
        .forEach((member, share) -> expected.earn(member, activity, share, on));
  }
}
