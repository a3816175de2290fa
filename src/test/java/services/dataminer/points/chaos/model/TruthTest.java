package services.dataminer.points.chaos.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.chaos.model.Happening.AbsenceMarked;
import services.dataminer.points.chaos.model.Happening.Appointment;
import services.dataminer.points.chaos.model.Happening.BookingAnnounced;
import services.dataminer.points.chaos.model.Happening.ContributionMade;
import services.dataminer.points.chaos.model.Happening.Trigger;
import services.dataminer.points.chaos.model.Happening.Withdrawal;
import services.dataminer.points.chaos.model.World.Joining;

@DisplayName("The model of the rules, against which campaigns compare")
class TruthTest {
  private static final World.Show IBC =
      new World.Show(
          "ibc",
          LocalDate.of(2023, 9, 15),
          LocalDate.of(2023, 9, 18),
          ZoneId.of("Europe/Amsterdam"),
          1131,
          false);
  private static final World WORLD =
      new World(
          List.of(new World.Partner("acme", "acme.example")),
          Stream.of("ada", "ben", "cyd").map(TruthTest::person).toList(),
          List.of(IBC),
          Map.of());
  private static final Instant BOOKED_AT = Instant.parse("2023-08-20T09:00:00Z");

  private static World.Person person(String name) {
    return new World.Person(
        name,
        "acme",
        List.of(name + "@acme.example"),
        name,
        LocalDate.of(2023, 4, 12),
        Joining.BEFORE,
        true);
  }

  private static BookingAnnounced booked(String uid, long eventType, String... attendees) {
    return new BookingAnnounced(
        uid,
        Trigger.CREATED,
        BOOKED_AT,
        new Appointment(
            eventType,
            eventType == IBC.eventType(),
            BOOKED_AT,
            Instant.parse("2023-09-16T10:00:00Z"),
            "booth@skyline.be",
            List.of(),
            Stream.of(attendees)
                .map(one -> one.contains("@") ? one : one + "@acme.example")
                .toList()),
        Optional.empty(),
        false);
  }

  private static Map<String, Long> earned(List<Happening> happenings) {
    Expectation expected = Truth.of(WORLD, happenings);
    var earned = new TreeMap<String, Long>();
    for (World.Person one : WORLD.people()) {
      earned.put(
          one.id(),
          expected.of(one.id()).values().stream().mapToLong(Expectation.Earned::points).sum());
    }
    return earned;
  }

  @Test
  @DisplayName("divides five meetings of the same two people at IBC into 1,250 points each")
  void booth() {
    var happenings = new ArrayList<Happening>();
    for (int n = 0; n < 5; n++) {
      happenings.add(booked("m" + n, IBC.eventType(), "ada", "ben"));
    }
    assertThat(earned(happenings)).isEqualTo(Map.of("ada", 1250L, "ben", 1250L, "cyd", 0L));
  }

  @Test
  @DisplayName("divides a show once, not each meeting by itself")
  void once() {
    var happenings = new ArrayList<Happening>();
    for (int n = 0; n < 3; n++) {
      happenings.add(booked("m" + n, IBC.eventType(), "ada", "ben", "cyd"));
    }
    assertThat(earned(happenings)).isEqualTo(Map.of("ada", 500L, "ben", 500L, "cyd", 500L));
    assertThat(
            earned(
                List.of(
                    booked("m0", IBC.eventType(), "ada", "ben"),
                    booked("m1", IBC.eventType(), "ada"))))
        .isEqualTo(Map.of("ada", 750L, "ben", 250L, "cyd", 0L));
  }

  @Test
  @DisplayName(
      "divides a video call of three into 34, 33 and 33 points, and not without a customer")
  void video() {
    Map<String, Long> earned =
        earned(List.of(booked("v", 7, "ada", "ben", "cyd", "carl@customer.example")));

    assertThat(earned.values()).containsExactlyInAnyOrder(34L, 33L, 33L);
    assertThat(earned(List.of(booked("v", 7, "ada", "ben", "cyd"))).values()).containsOnly(0L);
  }

  @Test
  @DisplayName("counts the latest mark of an absence, of equal ones the absence")
  void absence() {
    BookingAnnounced call = booked("v", 7, "ada", "ben", "carl@customer.example");
    Instant at = Instant.parse("2023-09-17T10:00:00Z");
    var absent = new AbsenceMarked("v", at, "ben@acme.example", true);
    var there = new AbsenceMarked("v", at, "ben@acme.example", false);
    var later = new AbsenceMarked("v", at.plusSeconds(1), "ben@acme.example", false);

    assertThat(earned(List.of(call, there, absent))).containsEntry("ada", 100L);
    assertThat(earned(List.of(call, later, absent))).containsEntry("ada", 50L);
  }

  @Test
  @DisplayName("grants feedback up to 100 points a month, and what is retracted frees room")
  void cap() {
    var all = new ArrayList<Happening>();
    for (int n = 0; n < 3; n++) {
      all.add(
          new ContributionMade(
              "f" + n, "ada", "feedback", Optional.empty(), BOOKED_AT.plusSeconds(n)));
    }
    assertThat(earned(all)).containsEntry("ada", 100L);
    all.add(new Withdrawal("contribution:f0"));
    all.add(new Withdrawal("contribution:f1"));
    assertThat(earned(all)).containsEntry("ada", 50L);
  }

  @Test
  @DisplayName("has the levels of the program's worked example")
  void levels() {
    List<MemberYears.Standing> standings =
        MemberYears.of(LocalDate.of(2023, 4, 12))
            .until(
                LocalDate.of(2026, 4, 12),
                year -> List.of(7600L, 4300L, 7500L).get(year.from().getYear() - 2023));

    assertThat(standings)
        .extracting(standing -> standing.carried() + " " + standing.level())
        .containsExactly("MEMBER ENABLER", "ENABLER ENABLER", "ADVOCATE ENABLER");
  }

  @Test
  @DisplayName("uses nothing of the product")
  void independent() throws IOException {
    Path folder = Path.of("src/test/java/services/dataminer/points/chaos/model");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sources = files.filter(file -> !file.endsWith("TruthTest.java")).toList();
      assertThat(sources).hasSizeGreaterThan(5);
      for (Path source : sources) {
        assertThat(Files.readString(source))
            .as(source.toString())
            .doesNotContainPattern(
                "import (?!static )?(?!java\\.|services\\.dataminer\\.points\\.chaos\\.model\\.)")
            .doesNotContainPattern("services\\.dataminer\\.points\\.(?!chaos\\.model)");
      }
    }
  }
}
