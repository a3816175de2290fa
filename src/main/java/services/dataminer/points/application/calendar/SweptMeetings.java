package services.dataminer.points.application.calendar;

/// What a run of the sweep changed.
///
/// @param ended meetings whose end it noticed
public record SweptMeetings(int ended) {}
