package services.dataminer.points.program.activity;

/// What the directory knows of the booth at which a meeting is booked.
public sealed interface Venue {

  /// At the booth of a show, on one of its days.
  record AtShow(Show show) implements Venue {}

  /// At a booth, on a day of none of its shows.
  record BetweenShows() implements Venue {}

  /// At no booth that the directory knows.
  record Elsewhere() implements Venue {}
}
