package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The key of a type of fact")
class FactKeysTest {

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("is the one in the order of which its facts are stored, whatever the type is called")
  @CsvSource({
    "MeetingFact$Booked, Booked",
    "MeetingFact$BookedAsEnded, BookedAsEnded",
    "MeetingFact$CalendarRecord, Recorded",
    "MeetingFact$NoCalendarRecord, Unrecorded",
    "MeetingFact$Requested, Requested",
    "MeetingFact$Confirmed, Confirmed",
    "MeetingFact$ScheduledFirst, ScheduledFirst",
    "MeetingFact$Seat, Seat",
    "MeetingFact$UnnamedSeatGivenUp, UnnamedSeatGivenUp",
    "MeetingFact$SeatedFirst, SeatedFirst",
    "MeetingFact$SeatScheduledFirst, SeatScheduledFirst",
    "MeetingFact$Ended, Ended",
    "MeetingFact$Cancelled, Cancelled",
    "MeetingFact$SeriesCancelled, SeriesCancelled",
    "MeetingFact$Rejected, Rejected",
    "MeetingFact$Rescheduled, Rescheduled",
    "MeetingFact$Attendance, Attendance",
    "CourseFact$Progress, Progress",
    "CourseFact$Voided, Voided",
    "CourseFact$HandedOver, HandedOver",
    "RecordedAwardFact$Recorded, Recorded",
    "Retraction, Retracted"
  })
  void pinned(String type, String key) throws ClassNotFoundException {
    Class<?> fact = Class.forName(FactKeys.class.getPackageName() + "." + type);

    assertThat(FactKeys.of(fact.asSubclass(Fact.class))).isEqualTo(key);
  }

  @Test
  @DisplayName("exists for every type that facts can have")
  void complete() {
    assertThat(types(Fact.class).distinct())
        .containsExactlyInAnyOrderElementsOf(FactKeys.BY_TYPE.keySet());
  }

  private static Stream<Class<?>> types(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FactKeysTest::types)
        : Stream.of(type);
  }
}
