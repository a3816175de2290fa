package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static services.dataminer.points.program.fixture.MeetingStory.anyBoothMeeting;
import static services.dataminer.points.program.fixture.People.ada;
import static services.dataminer.points.program.fixture.People.ben;
import static services.dataminer.points.program.fixture.People.kim;
import static services.dataminer.points.program.fixture.People.sam;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookingTest {

  @Test
  @DisplayName("Whoever is invited twice is one attendee, and the order of inviting tells nothing")
  void onceEach() {
    Booking booking = anyBoothMeeting().inviting(ben(), ada(), ben()).booking();

    assertThat(booking.attendees()).containsExactly(ada().identity(), ben().identity());
  }

  @Test
  @DisplayName("The host is expected; the booker is only if invited, but named all the same")
  void expected() {
    Booking booking = anyBoothMeeting().bookedBy(kim()).inviting(ada()).hostedBy(sam()).booking();

    assertThat(booking.expected()).containsExactly(ada().identity(), sam().identity());
    assertThat(booking.named())
        .containsExactly(ada().identity(), kim().identity(), sam().identity());
  }

  @Test
  @DisplayName("A host who is invited, too, is expected once")
  void hostInvited() {
    Booking booking = anyBoothMeeting().inviting(ada(), sam()).hostedBy(sam()).booking();

    assertThat(booking.expected()).containsExactly(ada().identity(), sam().identity());
  }

  @ParameterizedTest
  @DisplayName("A meeting that does not end after it starts is refused")
  @ValueSource(strings = {"2026-09-12T10:00:00Z", "2026-09-12T09:00:00Z"})
  void backwards(Instant endsAt) {
    Instant startsAt = Instant.parse("2026-09-12T10:00:00Z");

    assertThatThrownBy(
            () ->
                new Booking(
                    Optional.of(Booking.Medium.IN_PERSON),
                    Optional.empty(),
                    startsAt,
                    startsAt,
                    endsAt,
                    Optional.empty(),
                    List.of(),
                    Optional.of(ada().identity()),
                    List.of(),
                    Optional.empty(),
                    "digest"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a meeting ends after it starts: 2026-09-12T10:00:00Z to " + endsAt);
  }
}
