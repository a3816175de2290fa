package services.dataminer.points.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import services.dataminer.points.chaos.model.Happening;
import services.dataminer.points.chaos.model.Happening.PointsAdjusted;
import services.dataminer.points.chaos.model.Happening.SignUp;
import services.dataminer.points.chaos.model.World;
import services.dataminer.points.e2e.OnOwnCloud;

@DisplayName("Facts of a campaign, again without faults,")
@OnOwnCloud
@Tag("replay")
class ReplayIT {

  private final World world = new Founding("r", new Dice(7)).found(1);
  private final World.Person member =
      world.people().stream()
          .filter(one -> one.joining() == World.Joining.BEFORE && one.automatic())
          .findFirst()
          .orElseThrow();

  private PointsAdjusted adjusted(String id, long points) {
    return new PointsAdjusted(id, member.id(), points, Instant.parse("2024-03-01T10:00:00Z"));
  }

  @Test
  @DisplayName("are as few as it takes to go wrong, and none where nothing does")
  void shortest() {
    // As the model knows nothing of it, what is left of the points is wrong.
    var keepsPoints =
        new SignUp(
            new World.Person(
                member.id(),
                member.partner(),
                member.addresses(),
                member.account(),
                member.signedUpOn(),
                member.joining(),
                false));
    Happening needed = adjusted("r-2", 50);
    List<Happening> facts = List.of(adjusted("r-1", -5), needed, keepsPoints);

    assertThat(new Replay(world, facts).shortest(facts))
        .containsExactlyInAnyOrder(needed, keepsPoints);
    assertThat(new Replay(world, facts).shortest(List.of(needed))).isEmpty();
  }
}
