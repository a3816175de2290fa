package services.dataminer.points.chaos;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import services.dataminer.points.chaos.model.World;
import services.dataminer.points.chaos.model.World.Joining;
import services.dataminer.points.e2e.PointsClient;

/// What members ask for who do not transfer automatically.
final class TransferRequests {
  private final PointsClient points;
  private final Tally tally;
  private final List<World.Person> members;
  private final Map<String, Long> accepted = new ConcurrentHashMap<>();
  private int number;

  TransferRequests(PointsClient points, World world, Tally tally) {
    this.points = points;
    this.tally = tally;
    members =
        world.people().stream()
            .filter(one -> one.joining() == Joining.BEFORE && !one.automatic())
            .toList();
  }

  /// One more request, repeated by the same id until there is an answer.
  synchronized void ask(Dice dice) {
    String member = dice.one(members).id();
    String id = "t-" + number++;
    int many = dice.between(1, 200);
    String body = "{\"id\":\"%s\",\"points\":%d}".formatted(id, many);
    for (int tries = 0; tries < 30; tries++) {
      int status;
      try {
        status = points.post("/v1/members/" + member + "/transfers", body).status();
      } catch (UncheckedIOException _) {
        status = 0;
      }
      if (status == 202) {
        accepted.put(member + " " + id, (long) many);
        tally.count("transfers requested");
        return;
      }
      if (status == 422) {
        tally.count("transfers of more than there is");
        return;
      }
    }
  }

  /// By member and id, the points that were accepted.
  Map<String, Long> accepted() {
    return Map.copyOf(accepted);
  }
}
