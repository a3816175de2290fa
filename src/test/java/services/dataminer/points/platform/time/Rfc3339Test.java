package services.dataminer.points.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  @ParameterizedTest
  @CsvSource({
    "2026-09-11T10:30:00Z, 2026-09-11T10:30:00Z",
    "2026-09-11T10:30Z, 2026-09-11T10:30:00Z",
    "2026-09-11t10:30:00z, 2026-09-11T10:30:00Z",
    "2026-09-11 10:30:00Z, 2026-09-11T10:30:00Z",
    "2026-09-11T10:30:00.000Z, 2026-09-11T10:30:00Z",
    "2026-09-11T10:30:00.1Z, 2026-09-11T10:30:00.100Z",
    "2026-09-11T10:30:00.12345678987654321Z, 2026-09-11T10:30:00.123456789Z",
    "2026-09-11T12:30:00+02:00, 2026-09-11T10:30:00Z",
    "2026-09-11T12:30:00+0200, 2026-09-11T10:30:00Z",
    "2026-09-11T05:00:00-05:30, 2026-09-11T10:30:00Z",
    "2026-09-11T12:30:00+02, 2026-09-11T10:30:00Z",
    "2026-09-11T10:30:00-00:00, 2026-09-11T10:30:00Z"
  })
  void A_time_with_an_offset_is_an_instant(String text, Instant instant) {
    assertThat(Rfc3339.instant(text)).hasValue(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2026-09-11",
        "2026-09-11T10:30:00",
        "2026-13-11T10:30:00Z",
        "2026-02-30T10:30:00Z",
        "2026-09-11T25:30:00Z",
        "2026-09-11T10:30:00+99:00",
        "2026-09-11T10:30:00.Z",
        "2026-09-11T24:00:00Z",
        "2026-12-31T23:59:60Z",
        "20260911T103000Z",
        "2026-W37-5T10:30:00Z",
        "1999-12-31T23:59:59Z",
        "2201-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "+20260-09-11T10:30:00Z",
        "1789122600",
        "２０２６-09-11T10:30:00Z"
      })
  void What_is_no_time_or_out_of_range_is_none(String text) {
    assertThat(Rfc3339.instant(text)).isEmpty();
  }

  @Test
  void A_date_is_read() {
    assertThat(Rfc3339.date("2026-09-11")).hasValue(LocalDate.of(2026, 9, 11));
    assertThat(Rfc3339.date("2026-9-11")).isEmpty();
    assertThat(Rfc3339.date("2025-02-29")).isEmpty();
    assertThat(Rfc3339.date("1970-01-01")).isEmpty();
  }

  @Test
  void A_fraction_of_any_length_is_read_but_not_a_text_of_any_length() {
    assertThat(Rfc3339.instant("2026-09-11T10:30:00." + "1".repeat(150) + "Z")).isPresent();
    assertThat(Rfc3339.instant("2026-09-11T10:30:00." + "1".repeat(100_000) + "Z")).isEmpty();
  }

  @Property
  void Any_text_is_read_or_not(@ForAll String text) {
    assertThat(Rfc3339.instant("2026-09-11T10:30:00" + text)).isNotNull();
  }
}
