package services.dataminer.points.program.activity;

import java.util.Optional;

/// How a booking says at which show's booth it is.
public sealed interface Booth {

  /// Whether a meeting held so can be at it. A call is at no show by name, though its event type
  /// may be a booth's.
  default boolean fits(Optional<Booking.Medium> medium) {
    return !(this instanceof NamedShow && medium.equals(Optional.of(Booking.Medium.VIDEO_CALL)));
  }

  /// A calendar's event type, which the directory links to shows.
  record EventType(long id) implements Booth {}

  /// The show itself, named by the sender.
  record NamedShow(String showId) implements Booth {}
}
