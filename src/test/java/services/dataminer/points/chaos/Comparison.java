package services.dataminer.points.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import services.dataminer.points.chaos.model.AwardTruth;
import services.dataminer.points.chaos.model.CourseTruth;
import services.dataminer.points.chaos.model.Expectation;
import services.dataminer.points.chaos.model.Happening;
import services.dataminer.points.chaos.model.Happening.ContributionMade;
import services.dataminer.points.chaos.model.MemberYears;
import services.dataminer.points.chaos.model.Truth;
import services.dataminer.points.chaos.model.World;
import services.dataminer.points.chaos.model.World.Joining;
import services.dataminer.points.e2e.PointsClient;

/// Compares what the API says of every member, and what DOJO got, with the model.
final class Comparison {
  private static final LocalDate END = LocalDate.of(2024, 7, 1);

  private final PointsClient points;
  private final World world;
  private final List<Happening> accepted;
  private final Expectation expected;
  private final List<World.Person> erased;
  private final TransferRequests requests;
  private final Tally tally;
  private final List<String> wrong;
  private final Map<String, String> capNames = new HashMap<>();
  private final Map<String, Long> atDojo = new HashMap<>();
  private List<Happening> suspects = List.of();

  Comparison(
      PointsClient points,
      Campaigned campaigned,
      List<Happening> accepted,
      TransferRequests requests,
      Tally tally,
      List<String> wrong) {
    this.points = points;
    this.requests = requests;
    this.tally = tally;
    this.wrong = wrong;
    world = campaigned.world();
    erased = campaigned.erased();
    this.accepted = accepted;
    List<Happening> happened = campaigned.happened();
    expected = Truth.of(world, happened);
    happened.stream()
        .filter(ContributionMade.class::isInstance)
        .map(ContributionMade.class::cast)
        .forEach(one -> capNames.put(one.about(), AwardTruth.name(world, one)));
    points
        .dojoTransfers()
        .forEach(
            one ->
                atDojo.merge(
                    one.path("memberId").asText(), one.path("points").asLong(), Long::sum));
  }

  /// What differs.
  List<String> compare() {
    world.people().stream()
        .filter(one -> one.joining() != Joining.NEVER && !erased.contains(one))
        .forEach(this::member);
    expected.states().forEach(this::state);
    return List.copyOf(wrong);
  }

  /// What was accepted about the first activity that differs; empty if none does.
  List<Happening> suspects() {
    return suspects;
  }

  private void member(World.Person member) {
    List<JsonNode> entries = entries(member.id());
    var actual = new TreeMap<String, Long>();
    for (JsonNode entry : entries) {
      if (!entry.path("kind").asText().equals("TRANSFER")) {
        actual.merge(name(entry), entry.path("points").asLong(), Long::sum);
      }
    }
    SortedMap<String, Expectation.Earned> must = expected.of(member.id());
    var names = new TreeSet<>(actual.keySet());
    names.addAll(must.keySet());
    for (String name : names) {
      long is = actual.getOrDefault(name, 0L);
      long shouldBe = must.containsKey(name) ? must.get(name).points() : 0;
      tally.count("points checked", Math.abs(shouldBe));
      if (is != shouldBe) {
        wrong.add(
            "%s has %d for %s, not %d%n%s%n%s"
                .formatted(
                    member,
                    is,
                    name,
                    shouldBe,
                    factsAbout(member.id(), name),
                    entriesOf(entries, name)));
      }
    }
    dates(entries, must);
    years(member, must);
    transfers(member, entries);
    tally.count("members checked");
  }

  private String name(JsonNode entry) {
    String activity = entry.path("activityId").asText();
    return activity.startsWith("xapi:")
        ? CourseTruth.name(LocalDate.parse(entry.path("earnedOn").asText()))
        : capNames.getOrDefault(activity, activity);
  }

  private void dates(List<JsonNode> entries, SortedMap<String, Expectation.Earned> must) {
    for (JsonNode entry : entries) {
      Expectation.Earned earned = must.get(name(entry));
      String on = entry.path("earnedOn").asText();
      if (earned != null && !name(entry).startsWith("cap ") && !earned.on().toString().equals(on)) {
        wrong.add("an entry of another day than " + earned.on() + ": " + entry);
      }
    }
  }

  private List<JsonNode> entries(String member) {
    var entries = new ArrayList<JsonNode>();
    String cursor = "";
    do {
      JsonNode page = points.read("/v1/members/" + member + "/entries" + cursor);
      page.path("entries").forEach(entries::add);
      cursor = page.path("next").isTextual() ? "?cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    return entries;
  }

  private void years(World.Person member, SortedMap<String, Expectation.Earned> must) {
    MemberYears years = MemberYears.of(member.signedUpOn());
    for (MemberYears.Standing standing :
        years.until(
            END,
            year ->
                must.values().stream()
                    .filter(earned -> years.yearOf(earned.on()).equals(year))
                    .mapToLong(Expectation.Earned::points)
                    .sum())) {
      Instant at = standing.year().to().atStartOfDay(World.ZONE).minusSeconds(1).toInstant();
      if (must.entrySet().stream().anyMatch(one -> isLastDayElsewhere(one, standing, at))) {
        continue;
      }
      JsonNode now = points.read("/v1/members/" + member.id() + "/balance?at=" + at);
      String levels = now.path("carriedLevel").asText() + " " + now.path("level").asText();
      String is = now.path("earned").asLong() + " " + levels;
      String shouldBe =
          "%d %s %s".formatted(standing.earned(), standing.carried(), standing.level());
      if (!is.equals(shouldBe)) {
        wrong.add("%s stands at %s, not %s, %s".formatted(member.id(), is, shouldBe, at));
      }
    }
  }

  /// Whether points of a show count in a year that ends before its last day does, farther west.
  private boolean isLastDayElsewhere(
      Map.Entry<String, Expectation.Earned> one, MemberYears.Standing standing, Instant at) {
    return one.getValue().on().plusDays(1).equals(standing.year().to())
        && world.shows().stream()
            .filter(show -> one.getKey().startsWith("show:" + show.id() + ":"))
            .anyMatch(show -> show.isOn(at));
  }

  private void transfers(World.Person member, List<JsonNode> entries) {
    JsonNode balance = points.read("/v1/members/" + member.id() + "/balance");
    long transferred = balance.path("transferred").asLong();
    long transferable = balance.path("transferable").asLong();
    long earned =
        entries.stream()
            .filter(entry -> !entry.path("kind").asText().equals("TRANSFER"))
            .mapToLong(entry -> entry.path("points").asLong())
            .sum();
    long moved =
        entries.stream()
            .filter(entry -> entry.path("kind").asText().equals("TRANSFER"))
            .mapToLong(entry -> -entry.path("points").asLong())
            .sum();
    String of = member.id() + " " + balance;
    require(transferred + transferable == earned, "earned is " + earned + ": " + of);
    require(transferred == moved, "the entries of transfers add up to " + moved + ": " + of);
    long booked = atDojo.getOrDefault(member.id(), 0L);
    require(transferred == booked, "DOJO has " + booked + ": " + of);
    require(!member.automatic() || transferable <= 0, "left to be transferred: " + of);
    boolean everLost =
        entries.stream()
            .anyMatch(
                entry ->
                    entry.path("points").asLong() < 0
                        && !entry.path("kind").asText().equals("TRANSFER"));
    require(transferable >= 0 || everLost, "more transferred than there ever was: " + of);
    long posted = 0;
    for (JsonNode one :
        points.read("/v1/members/" + member.id() + "/transfers").path("transfers")) {
      String state = one.path("state").asText();
      require(state.equals("POSTED") || state.equals("REJECTED"), "not done: " + one);
      posted += state.equals("POSTED") ? one.path("points").asLong() : 0;
      Long asked = requests.accepted().get(member.id() + " " + one.path("id").asText());
      boolean right = member.automatic() || asked != null && asked == one.path("points").asLong();
      require(right, "not as requested: " + one);
    }
    require(posted == transferred, "posted transfers are " + posted + ": " + of);
    tally.count("points at DOJO checked", booked);
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      wrong.add(otherwise);
    }
  }

  private void state(String activity, String shouldBe) {
    PointsClient.Answer answer = points.get("/v1/activities/" + activity);
    String is = answer.body().path("state").asText();
    tally.count("meetings checked");
    if (!is.equals(shouldBe)) {
      wrong.add(
          "%s is %s, not %s%n%s%n  %s"
              .formatted(activity, is, shouldBe, factsAbout("", activity), answer.body()));
    }
  }

  private String factsAbout(String member, String name) {
    List<Happening> about = new FactsAbout(accepted, capNames).of(member, name);
    suspects = suspects.isEmpty() ? about : suspects;
    return lines(about);
  }

  private static String lines(List<?> some) {
    return some.stream()
        .map(one -> "    " + one + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private String entriesOf(List<JsonNode> entries, String name) {
    return lines(entries.stream().filter(entry -> name(entry).equals(name)).toList());
  }
}
