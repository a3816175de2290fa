package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import services.dataminer.points.program.activity.MeetingFact.Ended;

@Label("Whatever was announced in whatever order, a meeting ends as the calendar's record says")
class RecordReadingPropertiesTest {

  private static final MeetingFact OVER = new Ended(Instant.parse("2027-09-20T10:30:00Z"));

  /// A life of a booking, its announcements on their way, and what is known of it so far.
  private static final class World {
    private final Random random;
    private final BookingLife life;
    private final List<List<MeetingFact>> underWay = new ArrayList<>();
    private final List<List<MeetingFact>> delivered = new ArrayList<>();
    private Meeting known = Meeting.of(BookingLife.ID, List.of());

    World(long seed) {
      random = new Random(seed);
      life = new BookingLife(random);
      announce(life.begin());
    }

    /// Some announcements are lost, some come twice.
    private void announce(List<MeetingFact> facts) {
      for (int copies = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(2); copies > 0; copies--) {
        underWay.add(facts);
      }
    }

    private void deliver(List<MeetingFact> facts) {
      delivered.add(facts);
      known = known.with(facts);
    }

    private void deliverAny() {
      if (!underWay.isEmpty()) {
        deliver(underWay.remove(random.nextInt(underWay.size())));
      }
    }

    /// What was read may be delivered late, too.
    private void read() {
      List<MeetingFact> facts = life.record().after(known);
      if (!facts.isEmpty()) {
        underWay.add(facts);
      }
    }

    private void live() {
      for (int steps = random.nextInt(12); steps > 0 && !life.isOver(); steps--) {
        for (int between = random.nextInt(3); between > 0; between--) {
          deliverAny();
        }
        if (random.nextInt(3) == 0) {
          read();
        }
        announce(life.step());
      }
      while (!underWay.isEmpty()) {
        deliverAny();
      }
    }

    private MeetingView view() {
      return MeetingView.of(known.with(List.of(OVER)));
    }

    private MeetingView recorded() {
      var asRecorded = new ArrayList<>(life.record().asOfLastChange());
      asRecorded.add(OVER);
      return MeetingView.of(Meeting.of(BookingLife.ID, asRecorded));
    }
  }

  @Property(tries = 5000)
  @Label("once it was read")
  void endsAsRecorded(@ForAll long seed) {
    var world = new World(seed);
    world.live();

    world.known = world.known.with(world.life.record().after(world.known));

    assertThat(world.view()).isEqualTo(world.recorded());
  }

  @Property
  @Label("and hearing everything again, or reading it again, changes nothing")
  void changesNoMore(@ForAll long seed) {
    var world = new World(seed);
    world.live();
    world.known = world.known.with(world.life.record().after(world.known));
    Meeting after = world.known;

    assertThat(world.life.record().after(after)).isEmpty();
    world.delivered.reversed().forEach(facts -> world.known = world.known.with(facts));
    assertThat(world.known).isEqualTo(after);
  }

  @Property
  @Label("in whatever order the facts are merged")
  void anyOrder(@ForAll long seed) {
    var world = new World(seed);
    world.live();
    var facts = new ArrayList<MeetingFact>();
    world.delivered.forEach(facts::addAll);
    Collections.shuffle(facts, world.random);

    assertThat(Meeting.of(BookingLife.ID, facts)).isEqualTo(world.known);
  }
}
