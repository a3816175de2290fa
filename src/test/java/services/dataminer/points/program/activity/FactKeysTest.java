package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The key of a type of fact")
class FactKeysTest {

  @Test
  @DisplayName("is one that stored facts are in the order of, whatever the type is called now")
  void pinned() {
    assertThat(FactKeys.BY_TYPE.values())
        .containsExactlyInAnyOrder(
            "Booked",
            "BookedAsEnded",
            "Recorded",
            "Unrecorded",
            "Requested",
            "Confirmed",
            "ScheduledFirst",
            "Seat",
            "SeatedFirst",
            "Ended",
            "Cancelled",
            "SeriesCancelled",
            "Rejected",
            "Rescheduled",
            "Attendance",
            "Progress",
            "Voided",
            "HandedOver",
            "Retracted");
  }

  @Test
  @DisplayName("exists for every type that facts of a meeting or a course can have")
  void complete() {
    assertThat(Stream.concat(types(MeetingFact.class), types(CourseFact.class)).distinct())
        .containsExactlyInAnyOrderElementsOf(FactKeys.BY_TYPE.keySet());
  }

  private static Stream<Class<?>> types(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FactKeysTest::types)
        : Stream.of(type);
  }
}
