package services.dataminer.points.program.activity;

/// Where a meeting stands.
public sealed interface MeetingState {

  /// Only marks or an ending are known, not yet who meets when.
  record Unheard() implements MeetingState {}

  /// Asked for, and not confirmed by the host.
  record Requested() implements MeetingState {}

  /// Booked, its end not yet reported.
  record Booked(Booking booking) implements MeetingState {}

  /// Over.
  record Ended(Booking booking) implements MeetingState {}

  /// Cancelled, rejected or moved to another booking, as the fact tells.
  record Cancelled(MeetingFact.CalledOff how) implements MeetingState {}

  /// Every seat was given up.
  record Deserted() implements MeetingState {}

  /// Taken back by an administrator.
  record TakenBack(Retracted how) implements MeetingState {}
}
