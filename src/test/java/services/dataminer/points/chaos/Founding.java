package services.dataminer.points.chaos;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import services.dataminer.points.chaos.model.World;
import services.dataminer.points.chaos.model.World.Joining;

/// Invents partners, people, shows and a catalogue.
///
/// @param name keeps everything apart from other campaigns on the same cloud
record Founding(String name, Dice dice) {
  private static final int PEOPLE_PER_PARTNER = 12;
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Amsterdam"), ZoneId.of("America/Los_Angeles"), ZoneId.of("Asia/Dubai"));

  World found(int partners) {
    var companies = new ArrayList<World.Partner>();
    var people = new ArrayList<World.Person>();
    for (int p = 0; p < partners; p++) {
      String id = name + "-p" + p;
      var company = new World.Partner(id, id + ".example");
      companies.add(company);
      for (int n = 0; n < PEOPLE_PER_PARTNER; n++) {
        people.add(person(company, n));
      }
    }
    var catalogue = new TreeMap<String, World.Course>();
    for (int c = 0; c < 24; c++) {
      boolean quiz = c % 2 == 1;
      boolean late = c % 3 == 0;
      catalogue.put(
          "https://lms.example/%s/view.php?id=%s-%d".formatted(quiz ? "quiz" : "course", name, c),
          quiz
              ? new World.Course(true, 0, 25 + 7L * c, late)
              : new World.Course(false, 10 + c, 20 + c, late));
    }
    return new World(companies, people, shows(), catalogue);
  }

  private World.Person person(World.Partner company, int n) {
    String id = company.id() + "-m" + n;
    Joining joining = n < 8 ? Joining.BEFORE : n < 11 ? Joining.LATER : Joining.NEVER;
    List<String> addresses = new ArrayList<>(List.of("m" + n + "@" + company.domain()));
    if (joining == Joining.BEFORE && n % 3 == 0) {
      addresses.add(id + "@freemail.example");
    }
    LocalDate first =
        joining == Joining.BEFORE ? LocalDate.of(2022, 6, 1) : LocalDate.of(2023, 6, 1);
    return new World.Person(
        id,
        company.id(),
        List.copyOf(addresses),
        id,
        first.plusDays(dice.between(0, 360)),
        joining,
        n % 4 != 3);
  }

  private List<World.Show> shows() {
    var shows = new ArrayList<World.Show>();
    for (int s = 0; s < 6; s++) {
      LocalDate from = LocalDate.of(2023, 9, 4).plusDays(45L * s + dice.between(0, 9));
      shows.add(
          new World.Show(
              name + "-show" + s,
              from,
              from.plusDays(dice.between(1, 3)),
              dice.one(ZONES),
              firstEventType() + s,
              s % 3 == 2));
    }
    return shows;
  }

  /// Event types that no other campaign has.
  private long firstEventType() {
    return 1_000_000L + Math.floorMod(name.hashCode(), 100_000) * 10L;
  }
}
