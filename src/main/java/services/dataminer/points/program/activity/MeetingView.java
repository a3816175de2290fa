package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import services.dataminer.points.program.activity.Booking.Medium;

/// All of a meeting that its assessment depends on. Two meetings with the same view are assessed
/// alike, whatever facts they are made of.
///
/// @param state the kind of its state, and of what called it off
/// @param times empty unless it is to take place or took place, as all that follows
/// @param handedOn what the bookings that replace it learn of when it was first scheduled
public record MeetingView(
    List<Class<?>> state,
    Optional<Times> times,
    Optional<Medium> place,
    Optional<Booth> booth,
    List<Identity> expected,
    List<Identity> absent,
    Optional<Identity> booker,
    Optional<Instant> firstScheduledAt,
    SortedMap<ActivityId, List<MeetingFact>> handedOn) {

  /// When a meeting takes place.
  public record Times(Instant startsAt, Instant endsAt) {}

  public static MeetingView of(Meeting meeting) {
    MeetingState state = meeting.state();
    Optional<Booking> booking = state.takingPlace();
    List<Identity> expected = booking.map(Booking::expected).orElse(List.of());
    return new MeetingView(
        kind(state),
        booking.map(b -> new Times(b.startsAt(), b.endsAt())),
        booking.map(Booking::place),
        booking.flatMap(Booking::booth),
        expected,
        expected.stream().filter(meeting::isAbsent).toList(),
        booking.flatMap(Booking::booker),
        meeting.firstScheduledAt(),
        meeting.handedOn());
  }

  private static List<Class<?>> kind(MeetingState state) {
    return state instanceof MeetingState.NotTakingPlace(MeetingFact.CalledOff how)
        ? List.of(MeetingState.NotTakingPlace.class, how.getClass())
        : List.of(state.getClass());
  }
}
