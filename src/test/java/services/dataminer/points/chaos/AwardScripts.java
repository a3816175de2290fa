package services.dataminer.points.chaos;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import services.dataminer.points.chaos.model.AwardTruth;
import services.dataminer.points.chaos.model.Happening;
import services.dataminer.points.chaos.model.Happening.ContributionMade;
import services.dataminer.points.chaos.model.Happening.EventHosted;
import services.dataminer.points.chaos.model.Happening.PointsAdjusted;
import services.dataminer.points.chaos.model.Happening.UseCaseAccepted;
import services.dataminer.points.chaos.model.Happening.Withdrawal;
import services.dataminer.points.chaos.model.World;

/// Invents what administrators record, and what they retract.
///
/// What an administrator retracts of a capped action frees room, but reassesses nothing. So all
/// that one cap concerns is retracted together, once everything else has arrived.
final class AwardScripts {
  private static final Map<String, int[]> RANGES =
      Map.of(
          "certification", new int[] {500, 750},
          "correct-documentation", new int[] {25, 50},
          "add-documentation", new int[] {1, 5000},
          "blog-post", new int[] {2500, 5000});
  private static final List<String> FIXED = AwardTruth.fixedActions().stream().sorted().toList();

  private final World world;
  private final String name;
  private final Dice dice;
  private final List<World.Person> members;
  private final Map<String, List<ContributionMade>> capped = new TreeMap<>();
  private int number;

  AwardScripts(World world, String name, Dice dice) {
    this.world = world;
    this.name = name;
    this.dice = dice;
    members = world.people().stream().filter(one -> one.joining() == World.Joining.BEFORE).toList();
  }

  List<Happening> invent() {
    String id = name + "-a" + number++;
    Happening made =
        switch (dice.between(0, 9)) {
          case 0 -> hosted(id);
          case 1 -> accepted(id);
          case 2 -> new PointsAdjusted(id, member(), adjustment(), time());
          case 3, 4, 5 -> contribution(id, dice.percent(60) ? "feedback" : "linkedin-headline");
          default -> contribution(id, action());
        };
    return isCapped(made) || !dice.percent(10)
        ? List.of(made)
        : List.of(made, new Withdrawal(made.about()));
  }

  /// Retracts all that was recorded so far under some of the caps.
  List<Happening> retractUnderSomeCaps() {
    var retracted = new ArrayList<Happening>();
    for (String cap : dice.some(capped.size() / 4, List.copyOf(capped.keySet()))) {
      capped.remove(cap).forEach(made -> retracted.add(new Withdrawal(made.about())));
    }
    return retracted;
  }

  private boolean isCapped(Happening happening) {
    if (happening instanceof ContributionMade made) {
      String cap = AwardTruth.name(world, made);
      if (!cap.equals(made.about())) {
        capped.computeIfAbsent(made.member() + " " + cap, _ -> new ArrayList<>()).add(made);
        return true;
      }
    }
    return false;
  }

  private String action() {
    return dice.percent(25)
        ? dice.one(List.copyOf(new TreeMap<>(RANGES).keySet()))
        : dice.one(FIXED);
  }

  private ContributionMade contribution(String id, String action) {
    Optional<Long> points =
        Optional.ofNullable(RANGES.get(action)).map(of -> (long) dice.between(of[0], of[1]));
    return new ContributionMade(id, member(), action, points, time());
  }

  private EventHosted hosted(String id) {
    var days = new TreeMap<LocalDate, Long>();
    LocalDate first = day();
    for (int n = dice.between(1, 3); n > 0; n--) {
      days.put(first.plusDays(n), (long) dice.between(1, 1000));
    }
    int many = dice.percent(10) ? 120 : dice.between(1, 20);
    return new EventHosted(id, days, ids(many));
  }

  private UseCaseAccepted accepted(String id) {
    return new UseCaseAccepted(id, ids(dice.between(1, 6)), dice.between(250, 1000), day());
  }

  private List<String> ids(int many) {
    return dice.some(many, members).stream().map(World.Person::id).toList();
  }

  private String member() {
    return dice.one(members).id();
  }

  private long adjustment() {
    int points = dice.between(-300, 300);
    return points == 0 ? 1 : points;
  }

  private LocalDate day() {
    return LocalDate.of(2023, 6, 1).plusDays(dice.between(0, 350));
  }

  private Instant time() {
    return dice.time(Instant.parse("2023-06-01T00:00:00Z"), Instant.parse("2024-05-20T00:00:00Z"));
  }
}
