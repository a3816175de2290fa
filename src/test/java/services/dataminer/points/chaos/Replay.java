package services.dataminer.points.chaos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import services.dataminer.points.chaos.model.Happening;
import services.dataminer.points.chaos.model.Happening.CourseEntered;
import services.dataminer.points.chaos.model.Happening.PartnerEntered;
import services.dataminer.points.chaos.model.Happening.RecordKept;
import services.dataminer.points.chaos.model.Happening.ShowEntered;
import services.dataminer.points.chaos.model.Happening.SignUp;
import services.dataminer.points.chaos.model.World;
import services.dataminer.points.e2e.PointsClient;
import services.dataminer.points.localcloud.LocalCloud;
import services.dataminer.points.localcloud.LocalOptions;
import services.dataminer.points.platform.json.Json;

/// Some of a campaign's facts again, one after another, on a local cloud of their own on which
/// nothing goes wrong.
final class Replay {
  private static final int MOST_TRIES = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final World world;
  private final List<Happening> accepted;

  /// @param world of the campaign
  /// @param accepted all that was accepted, in its order
  Replay(World world, List<Happening> accepted) {
    this.world = world;
    this.accepted = accepted;
  }

  /// The fewest of the facts that end in something wrong without any fault.
  ///
  /// @param facts among those accepted, each as often as it was sent
  /// @return empty if nothing is wrong without faults
  List<Happening> shortest(List<Happening> facts) {
    var wanted = new HashSet<>(facts);
    List<Integer> places =
        IntStream.range(0, accepted.size())
            .filter(place -> wanted.contains(accepted.get(place)))
            .boxed()
            .toList();
    return fails(places)
        ? Shortest.of(places, this::fails, MOST_TRIES).stream().map(accepted::get).toList()
        : List.of();
  }

  /// @param places of facts among those accepted
  private boolean fails(List<Integer> places) {
    LocalOptions options =
        LocalOptions.defaults()
            .withPort(0)
            .withWork(new LocalOptions.Work(Duration.ofSeconds(1), 1, 1))
            .withLog(_ -> {});
    try (LocalCloud cloud = LocalCloud.start(options)) {
      return !run(cloud, places).isEmpty();
    }
  }

  private List<String> run(LocalCloud cloud, List<Integer> places) {
    var points = new PointsClient(cloud.url());
    var letters = new Letters(points, world);
    World named = named(places.stream().map(accepted::get).toList());
    var happened = new ArrayList<>(entries(named, false));
    happened.addAll(lateOrAmong(named, Set.copyOf(places)));
    for (Happening one : happened) {
      if (!(one instanceof RecordKept)) {
        int status = letters.send(one).status();
        if (status >= 300) {
          return List.of();
        }
        cloud.awaitIdle(PATIENCE);
      }
    }
    keepRecords(points, happened);
    var tally = new Tally();
    var wrong = new ArrayList<String>();
    new QuietNights(cloud, points, tally, wrong, PATIENCE).run("2024-08");
    return new Comparison(
            points,
            new Campaigned(named, happened, List.of()),
            happened,
            new TransferRequests(points, named, tally),
            tally,
            wrong)
        .compare();
  }

  /// What of the world the facts name, with the partners and colleagues of everyone in them.
  private World named(List<Happening> facts) {
    String text = facts.toString();
    List<World.Person> people =
        world.people().stream()
            .filter(
                person ->
                    text.contains(person.id())
                        || person.addresses().stream().anyMatch(text::contains))
            .toList();
    Set<String> partners = new HashSet<>();
    people.forEach(person -> partners.add(person.partner()));
    var catalogue = new TreeMap<>(world.catalogue());
    catalogue.keySet().removeIf(object -> !text.contains(object));
    return new World(
        world.partners().stream().filter(partner -> partners.contains(partner.id())).toList(),
        people,
        world.shows(),
        catalogue);
  }

  /// What is entered of it before anything happens, or late.
  private static List<Happening> entries(World named, boolean late) {
    return Stream.of(
            late ? Stream.<Happening>empty() : named.partners().stream().map(PartnerEntered::new),
            named.people().stream()
                .filter(one -> one.joining() == (late ? World.Joining.LATER : World.Joining.BEFORE))
                .map(SignUp::new),
            named.shows().stream().filter(show -> show.late() == late).map(ShowEntered::new),
            named.catalogue().entrySet().stream()
                .filter(course -> course.getValue().late() == late)
                .map(course -> new CourseEntered(course.getKey(), course.getValue())))
        .<Happening>flatMap(some -> some)
        .toList();
  }

  /// The facts at these places, and whoever and whatever came late that they name, in the order in
  /// which all that was accepted.
  private List<Happening> lateOrAmong(World named, Set<Integer> places) {
    Collection<Happening> late = new HashSet<>(entries(named, true));
    return IntStream.range(0, accepted.size())
        .filter(place -> places.contains(place) || late.contains(accepted.get(place)))
        .mapToObj(accepted::get)
        .toList();
  }

  private static void keepRecords(PointsClient points, List<Happening> happened) {
    ArrayNode records = Json.MAPPER.createArrayNode();
    happened.stream()
        .filter(RecordKept.class::isInstance)
        .forEach(one -> records.add(CalcomLetters.kept((RecordKept) one)));
    points.put("/_local/calcom/bookings", records.toString()).expect(204);
  }
}
