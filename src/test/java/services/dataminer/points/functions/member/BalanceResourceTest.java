package services.dataminer.points.functions.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.program.fixture.EarnedPoints;
import services.dataminer.points.program.membership.Standing;

/// The cases of the standing that entries make, as they are read from outside. Ada signed up on 12
/// April 2023.
@DisplayName("GET /v1/members/ada/balance?at=")
@WholeSuite
class BalanceResourceTest {

  private final MemberApi api = new MemberApi();

  @BeforeEach
  void ada() {
    api.books.member("ada");
  }

  private HttpAnswer balance(String at) {
    HttpCall call = MemberApi.by("ada", "GET", "/v1/members/ada/balance").query("at", at);
    return api.send(call);
  }

  /// Level, level carried, and points of the year.
  private String standing(String at) {
    HttpAnswer answer = balance(at);
    assertThat(answer.status()).isEqualTo(200);
    var body = answer.body();
    return "%s, carried %s, %s earned"
        .formatted(
            body.get("level").textValue(),
            body.get("carriedLevel").textValue(),
            body.get("earned").longValue());
  }

  @ParameterizedTest
  @DisplayName("answers the page's life cycle for every moment of it, long after")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          AT (UTC)             | STANDING                                   | YEAR FROM  | TO GO
          2023-04-12T10:00:00Z | MEMBER, carried MEMBER, 0 earned           | 2023-04-12 | 750 to ADVOCATE
          2023-06-12T09:59:59Z | MEMBER, carried MEMBER, 0 earned           | 2023-04-12 | 750 to ADVOCATE
          2023-06-12T10:00:00Z | ADVOCATE, carried MEMBER, 750 earned       | 2023-04-12 | 4250 to ENABLER
          2023-11-24T12:00:00Z | ENABLER, carried MEMBER, 5000 earned       | 2023-04-12 | 10000 to CATALYST
          2024-04-11T21:59:59Z | ENABLER, carried MEMBER, 7600 earned       | 2023-04-12 | 7400 to CATALYST
          2024-04-11T22:00:00Z | ENABLER, carried ENABLER, 0 earned         | 2024-04-12 | 15000 to CATALYST
          2024-08-13T12:00:00Z | ENABLER, carried ENABLER, 750 earned       | 2024-04-12 | 14250 to CATALYST
          2025-04-11T21:59:59Z | ENABLER, carried ENABLER, 4300 earned      | 2024-04-12 | 10700 to CATALYST
          2025-04-11T22:00:00Z | ADVOCATE, carried ADVOCATE, 0 earned       | 2025-04-12 | 5000 to ENABLER
          2025-09-09T12:00:00Z | ENABLER, carried ADVOCATE, 5000 earned     | 2025-04-12 | 10000 to CATALYST
          2026-04-11T22:00:00Z | ENABLER, carried ENABLER, 0 earned         | 2026-04-12 | 15000 to CATALYST
          """)
  void lifeCycle(String at, String standing, String yearFrom, String toGo) {
    api.books.grant("ada", "a", "2023-06-12", 750);
    api.books.grant("ada", "b", "2023-11-24", 4250);
    api.books.grant("ada", "c", "2024-03-01", 2600);
    api.books.grant("ada", "d", "2024-08-13", 750);
    api.books.grant("ada", "e", "2025-02-10", 3550);
    api.books.grant("ada", "f", "2025-09-09", 5000);
    api.books.grant("ada", "g", "2026-03-01", 2500);

    assertThat(standing(at)).isEqualTo(standing);
    var body = balance(at).body();
    assertThat(body.at("/year/from").textValue()).isEqualTo(yearFrom);
    assertThat(body.at("/next/pointsToGo").asText() + " to " + body.at("/next/level").asText())
        .isEqualTo(toGo);
    assertThat(body.get("transferable").longValue())
        .as("today's, whatever the moment")
        .isEqualTo(19400);
  }

  @ParameterizedTest
  @DisplayName("counts a show's points in the year of its last day, wherever it was")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          LAST DAY   | IN                 | AT (UTC)             | STANDING
          2026-04-11 | Pacific/Honolulu   | 2026-04-11T22:00:00Z | MEMBER, carried MEMBER, 0 earned
          2026-04-11 | Pacific/Honolulu   | 2026-04-12T09:59:59Z | ADVOCATE, carried ADVOCATE, 0 earned
          2026-04-12 | Pacific/Honolulu   | 2026-04-13T09:59:58Z | MEMBER, carried MEMBER, 0 earned
          2026-04-12 | Pacific/Honolulu   | 2026-04-13T09:59:59Z | ADVOCATE, carried MEMBER, 800 earned
          2026-04-12 | Pacific/Kiritimati | 2026-04-12T09:59:59Z | ADVOCATE, carried MEMBER, 800 earned
          2026-04-11 | Pacific/Kiritimati | 2026-04-11T21:59:59Z | ADVOCATE, carried MEMBER, 800 earned
          2026-04-11 | Pacific/Kiritimati | 2026-04-11T22:00:00Z | ADVOCATE, carried ADVOCATE, 0 earned
          """)
  void otherSideOfTheWorld(LocalDate lastDay, ZoneId zone, String at, String standing) {
    Instant endsAt = lastDay.atTime(LocalTime.of(23, 59, 59)).atZone(zone).toInstant();
    api.books.grant("ada", "show", lastDay, endsAt, 800);

    assertThat(standing(at)).isEqualTo(standing);
  }

  @Test
  @DisplayName("moves a closed year, and all read off it, when an award into it comes late")
  void lateAward() {
    api.books.grant("ada", "a", "2023-06-12", 700);
    api.books.grant("ada", "b", "2024-06-12", 20);
    assertThat(standing("2024-03-01T12:00:00Z")).isEqualTo("MEMBER, carried MEMBER, 700 earned");
    assertThat(standing("2024-07-01T12:00:00Z")).isEqualTo("MEMBER, carried MEMBER, 20 earned");

    api.books.grant("ada", "late", "2024-03-01", 50);

    assertThat(standing("2024-03-01T10:59:59Z")).isEqualTo("MEMBER, carried MEMBER, 700 earned");
    assertThat(standing("2024-03-01T12:00:00Z")).isEqualTo("ADVOCATE, carried MEMBER, 750 earned");
    assertThat(standing("2024-07-01T12:00:00Z")).isEqualTo("ADVOCATE, carried ADVOCATE, 20 earned");
  }

  @Test
  @DisplayName("tells a level as never held once a reversal leaves less than its threshold")
  void reversal() {
    api.books.grant("ada", "a", "2023-06-12", 500);
    api.books.grant("ada", "b", "2023-07-12", 250);
    assertThat(standing("2023-08-01T12:00:00Z")).isEqualTo("ADVOCATE, carried MEMBER, 750 earned");
    assertThat(standing("2024-08-01T12:00:00Z")).isEqualTo("ADVOCATE, carried ADVOCATE, 0 earned");

    api.books.grant("ada", "a", "2023-06-12", 400);

    assertThat(standing("2023-08-01T12:00:00Z")).isEqualTo("MEMBER, carried MEMBER, 650 earned");
    assertThat(standing("2024-08-01T12:00:00Z")).isEqualTo("MEMBER, carried MEMBER, 0 earned");
  }

  @Test
  @DisplayName("lets no transfer lower a level, at any moment")
  void transfers() {
    api.books.grant("ada", "a", "2026-06-12", 800);

    api.transfers.posted(
        api.books.reserve("ada", "t-1", 600), Instant.parse("2026-09-15T02:00:00Z"));

    for (String at : List.of("2026-09-13T12:00:00Z", "2026-09-16T12:00:00Z")) {
      assertThat(standing(at)).isEqualTo("ADVOCATE, carried MEMBER, 800 earned");
      assertThat(balance(at).body().get("transferable").longValue()).isEqualTo(200);
      assertThat(balance(at).body().get("transferred").longValue()).isEqualTo(600);
    }
  }

  @Test
  @DisplayName("is refused before the sign-up, to the second, and where it is no instant")
  void refused() {
    assertThat(balance("2023-04-11T22:00:00Z").status()).isEqualTo(200);
    assertThat(balance("2023-04-11T21:59:59Z").status()).isEqualTo(422);
    assertThat(balance("2023-04-11T21:59:59Z").violations())
        .containsExactly("at: is before the sign-up on 2023-04-12");
    assertThat(balance("yesterday").violations())
        .containsExactly("at: must be a time such as 2026-09-15T00:00:00Z");
  }

  @Test
  @DisplayName(
      "answers what the entries add up to, whatever they are and in whatever order they came")
  void likeTheEntries() {
    var chance = new Random(20230412);
    LocalDate first = LocalDate.parse("2023-03-01");
    for (int i = 0; i < 60; i++) {
      String earnedOn = first.plusDays(chance.nextInt(1500)).toString();
      api.books.grant("ada", "a" + i, earnedOn, 1 + chance.nextInt(3000));
      if (chance.nextInt(3) == 0) {
        api.books.grant("ada", "a" + i, earnedOn, 0);
      }
    }
    List<EarnedPoints> earned =
        api.books.entries("ada").stream()
            .map(entry -> new EarnedPoints(entry.at(), entry.earnedOn(), entry.points()))
            .toList();

    for (int i = 0; i < 40; i++) {
      Instant at =
          Instant.parse("2023-04-12T00:00:00Z").plus(Duration.ofHours(chance.nextInt(36_000)));
      Standing expected =
          EarnedPoints.standing(
              at, Bookkeeping.SIGNED_UP_ON, earned, Bookkeeping.BRUSSELS, RuleBookYaml.shipped());
      assertThat(standing(at.toString()))
          .as("at %s", at)
          .isEqualTo(
              "%s, carried %s, %s earned"
                  .formatted(expected.level(), expected.carried(), expected.earned()));
    }
  }
}
