package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

  @ParameterizedTest
  @CsvSource({
    "2015-12-18T12:17:00+00:00, 2015-12-18T12:17:00Z",
    "2015-12-18T12:17:00Z, 2015-12-18T12:17:00Z",
    "2015-12-18t12:17:00z, 2015-12-18T12:17:00Z",
    "2015-12-18 12:17:00Z, 2015-12-18T12:17:00Z",
    "2015-12-18T12:17:00, 2015-12-18T12:17:00Z",
    "2015-12-18T12:17Z, 2015-12-18T12:17:00Z",
    "2015-12-18T12Z, 2015-12-18T12:00:00Z",
    "2015-12-18T12:17:00+02, 2015-12-18T10:17:00Z",
    "2015-12-18T12:17:00+0530, 2015-12-18T06:47:00Z",
    "2015-12-18T12:17:00-11:00, 2015-12-18T23:17:00Z",
    "2015-12-18T12:17:00.5Z, 2015-12-18T12:17:00.500Z",
    "'2015-12-18T12:17:00,25Z', 2015-12-18T12:17:00.250Z",
    "2015-12-18T12:17:00.123456789123456789Z, 2015-12-18T12:17:00.123456789Z",
    "20151218T121700Z, 2015-12-18T12:17:00Z",
    "20151218T1217+0100, 2015-12-18T11:17:00Z",
    "2015-W51-5T12:17:00Z, 2015-12-18T12:17:00Z",
    "2015W515T121700Z, 2015-12-18T12:17:00Z",
    "2015-352T12:17:00Z, 2015-12-18T12:17:00Z",
    "2015352T12:17:00Z, 2015-12-18T12:17:00Z",
    "2015-12-18T24:00:00Z, 2015-12-19T00:00:00Z",
    "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "1999-12-31T23:59:59Z, 1999-12-31T23:59:59Z"
  })
  void Every_form_that_names_a_moment_is_read(String text, Instant instant) {
    assertThat(Timestamp.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2015-12-18",
        "12:17:00Z",
        "2015-12-18T",
        "2015-12-18T25:00:00Z",
        "2015-12-18T24:00:01Z",
        "2015-12-18T12:60:00Z",
        "2015-12-18T12:17:61Z",
        "2015-02-29T12:17:00Z",
        "2015-13-01T12:17:00Z",
        "2015-366T12:17:00Z",
        "2015-W54-1T12:17:00Z",
        "2015-12-18T12:17:00+19:00",
        "2015-12-18T12:17:00-00:00",
        "2015-12-18T12:17:00-0000",
        "2015-12-18T12:17:00-00",
        "2015-12-18T12:17:00 Europe/Brussels",
        "18/12/2015 12:17",
        "1450440000"
      })
  void Anything_else_is_none(String text) {
    assertThat(Timestamp.parse(text)).isEmpty();
  }
}
