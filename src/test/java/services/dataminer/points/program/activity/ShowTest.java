package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static services.dataminer.points.program.fixture.Shows.show;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest {

  @ParameterizedTest
  @DisplayName("A show's days are days where it is held, across clock changes, too")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          ZONE                | FIRST      | LAST       | OPENS AT             | CLOSES AT            | EARNED AT
          Europe/Amsterdam    | 2026-09-11 | 2026-09-14 | 2026-09-10T22:00:00Z | 2026-09-14T22:00:00Z | 2026-09-14T21:59:59Z
          America/Los_Angeles | 2026-04-18 | 2026-04-22 | 2026-04-18T07:00:00Z | 2026-04-23T07:00:00Z | 2026-04-23T06:59:59Z
          Asia/Singapore      | 2026-05-20 | 2026-05-22 | 2026-05-19T16:00:00Z | 2026-05-22T16:00:00Z | 2026-05-22T15:59:59Z
          Pacific/Kiritimati  | 2026-05-20 | 2026-05-20 | 2026-05-19T10:00:00Z | 2026-05-20T10:00:00Z | 2026-05-20T09:59:59Z
          Europe/Brussels     | 2026-03-28 | 2026-03-29 | 2026-03-27T23:00:00Z | 2026-03-29T22:00:00Z | 2026-03-29T21:59:59Z
          Europe/Brussels     | 2026-10-24 | 2026-10-25 | 2026-10-23T22:00:00Z | 2026-10-25T23:00:00Z | 2026-10-25T22:59:59Z
          America/Sao_Paulo   | 2018-11-04 | 2018-11-04 | 2018-11-04T03:00:00Z | 2018-11-05T02:00:00Z | 2018-11-05T01:59:59Z
          """)
  void days(
      String zone, String first, String last, Instant opensAt, Instant closesAt, Instant earnedAt) {
    Show show = show("s", "S", first, last, zone);

    assertThat(show.opensAt()).isEqualTo(opensAt);
    assertThat(show.closesAt()).isEqualTo(closesAt);
    assertThat(show.earnedAt()).isEqualTo(earnedAt);
    assertThat(show.isOn(opensAt.minusNanos(1))).isFalse();
    assertThat(show.isOn(opensAt)).isTrue();
    assertThat(show.isOn(closesAt.minusNanos(1))).isTrue();
    assertThat(show.isOn(closesAt)).isFalse();
  }

  @ParameterizedTest
  @DisplayName("Shows overlap when there is an instant on a day of each")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          FIRST      | LAST       | ZONE             | OVERLAPS
          2026-09-11 | 2026-09-14 | Europe/Amsterdam | true
          2026-09-14 | 2026-09-20 | Europe/Amsterdam | true
          2026-09-15 | 2026-09-20 | Europe/Amsterdam | false
          2026-09-15 | 2026-09-20 | Asia/Tokyo       | true
          2026-09-01 | 2026-09-10 | Europe/Amsterdam | false
          2026-09-01 | 2026-09-10 | Pacific/Honolulu | true
          2026-09-01 | 2026-09-30 | Europe/Amsterdam | true
          2026-09-12 | 2026-09-12 | Europe/Amsterdam | true
          """)
  void overlaps(String first, String last, String zone, boolean overlaps) {
    Show ibc = show("ibc-2026", "IBC 2026", "2026-09-11", "2026-09-14", "Europe/Amsterdam");
    Show other = show("other", "Other", first, last, zone);

    assertThat(ibc.overlaps(other)).isEqualTo(overlaps);
    assertThat(other.overlaps(ibc)).isEqualTo(overlaps);
  }

  @Test
  @DisplayName("A show that ends before it starts is refused")
  void backwards() {
    assertThatThrownBy(() -> show("ibc-2026", "IBC", "2026-09-14", "2026-09-11", "UTC"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("show ibc-2026 ends on 2026-09-11, before it starts on 2026-09-14");
  }
}
