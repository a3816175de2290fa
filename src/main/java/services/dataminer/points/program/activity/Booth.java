package services.dataminer.points.program.activity;

/// How a booking says at which show's booth it is.
public sealed interface Booth {

  /// A calendar's event type, which the directory links to shows.
  record EventType(long id) implements Booth {}

  /// The show itself, named by the sender.
  record NamedShow(String showId) implements Booth {}
}
