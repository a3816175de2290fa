package services.dataminer.points.program.activity;

import java.util.Optional;

/// Where a meeting stands.
public sealed interface MeetingState {

  /// The booking of a meeting that is to take place or took place.
  default Optional<Booking> takingPlace() {
    return switch (this) {
      case Upcoming booked -> Optional.of(booked.booking());
      case Over ended -> Optional.of(ended.booking());
      case Unknown _, Unconfirmed _, NotTakingPlace _, Deserted _, Retracted _ -> Optional.empty();
    };
  }

  /// Only marks or an ending are known, not yet who meets when.
  record Unknown() implements MeetingState {}

  /// Asked for, and not confirmed by the host.
  record Unconfirmed() implements MeetingState {}

  /// Booked, its end not yet reported.
  record Upcoming(Booking booking) implements MeetingState {}

  /// Over.
  record Over(Booking booking) implements MeetingState {}

  /// Cancelled, rejected or moved to another booking, as the fact says.
  record NotTakingPlace(MeetingFact.CalledOff how) implements MeetingState {}

  /// Every seat was given up.
  record Deserted() implements MeetingState {}

  /// Retracted by an administrator.
  record Retracted(Retraction how) implements MeetingState {}
}
