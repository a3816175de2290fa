package services.dataminer.points.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          HEADER                        | PAUSE
          0                             | PT0S
          120                           | PT2M
          Tue, 15 Sep 2026 01:00:30 GMT | PT30S
          Tue, 15 Sep 2026 00:00:00 GMT | PT0S
          -1                            |
          1.5                           |
          soon                          |
          99999999999                   |
          """)
  void Seconds_or_a_date(String header, Duration pause) {
    assertThat(RetryAfter.pause(header, Instant.parse("2026-09-15T01:00:00Z")))
        .isEqualTo(Optional.ofNullable(pause));
  }
}
