package services.dataminer.points.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import services.dataminer.points.chaos.model.Happening;
import services.dataminer.points.chaos.model.Happening.CourseEntered;
import services.dataminer.points.chaos.model.Happening.Erasure;
import services.dataminer.points.chaos.model.Happening.PartnerEntered;
import services.dataminer.points.chaos.model.Happening.ShowEntered;
import services.dataminer.points.chaos.model.Happening.SignUp;
import services.dataminer.points.chaos.model.World;

/// What happens in a campaign, wave by wave, as the seed has it.
final class Scenario {
  private final Dice dice;
  private final World world;
  private final MeetingScripts meetings;
  private final CourseScripts courses;
  private final AwardScripts awards;
  private final List<Happening> entries = new ArrayList<>();
  private final List<Happening> all = new ArrayList<>();
  private final List<World.Person> erased = new ArrayList<>();
  private Instant nightsAt = Instant.EPOCH;

  /// @param name keeps it apart from other campaigns on the same cloud
  Scenario(long seed, String name, int partners) {
    dice = new Dice(seed);
    world = new Founding(name, dice.child()).found(partners);
    meetings = new MeetingScripts(world, name, dice.child());
    courses = new CourseScripts(world, dice.child());
    awards = new AwardScripts(world, name, dice.child());
    world.people().stream()
        .filter(one -> one.joining() == World.Joining.LATER)
        .forEach(one -> entries.add(new SignUp(one)));
    world.shows().stream()
        .filter(World.Show::late)
        .forEach(show -> entries.add(new ShowEntered(show)));
    world.catalogue().entrySet().stream()
        .filter(course -> course.getValue().late())
        .forEach(c -> entries.add(new CourseEntered(c.getKey(), c.getValue())));
  }

  World world() {
    return world;
  }

  /// The partners, who are there before everything else.
  List<Happening> partners() {
    return world.partners().stream().<Happening>map(PartnerEntered::new).toList();
  }

  /// What members, shows and courses there are before anything happens.
  List<Happening> before() {
    return Stream.of(
            world.people().stream()
                .filter(one -> one.joining() == World.Joining.BEFORE)
                .map(SignUp::new),
            world.shows().stream().filter(show -> !show.late()).map(ShowEntered::new),
            world.catalogue().entrySet().stream()
                .filter(course -> !course.getValue().late())
                .map(course -> new CourseEntered(course.getKey(), course.getValue())))
        .<Happening>flatMap(one -> one)
        .toList();
  }

  /// About so many happenings in no order, with some of the late sign-ups, shows and courses.
  List<Happening> wave(int size) {
    nightsAt = meetings.nextWave();
    var wave = new ArrayList<Happening>();
    while (wave.size() < size) {
      wave.addAll(
          switch (dice.between(0, 9)) {
            case 0, 1, 2, 3 -> meetings.invent();
            case 4, 5, 6 -> courses.invent();
            default -> awards.invent();
          });
    }
    List<Happening> late = dice.some(entries.size() / 3, entries);
    entries.removeAll(late);
    wave.addAll(late);
    all.addAll(wave);
    return wave;
  }

  /// When nights of this wave read Cal.com's records: after those of the waves before changed, and
  /// before those of this wave do.
  Instant nightsAt() {
    return nightsAt;
  }

  /// Retractions that must find everything else there.
  List<Happening> retractions() {
    return kept(awards.retractUnderSomeCaps());
  }

  /// Whoever and whatever has not appeared yet.
  List<Happening> stragglers() {
    List<Happening> rest = List.copyOf(entries);
    entries.clear();
    return kept(rest);
  }

  /// Some members want to be forgotten.
  List<Happening> erasures() {
    List<World.Person> members =
        world.people().stream().filter(one -> one.joining() == World.Joining.BEFORE).toList();
    erased.addAll(dice.some(Math.max(1, members.size() / 12), members));
    return kept(erased.stream().<Happening>map(one -> new Erasure(one.id())).toList());
  }

  /// Facts that divide again what people shared who were erased.
  List<Happening> afterErasures() {
    return kept(new LateAbsences(world, dice.child()).invent(all, erased));
  }

  /// Who was erased.
  List<World.Person> erased() {
    return List.copyOf(erased);
  }

  /// All that happened so far.
  List<Happening> happened() {
    return List.copyOf(all);
  }

  private List<Happening> kept(Collection<Happening> happenings) {
    all.addAll(happenings);
    return List.copyOf(happenings);
  }
}
