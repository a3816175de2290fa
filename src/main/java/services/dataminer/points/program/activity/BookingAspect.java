package services.dataminer.points.program.activity;

import java.util.function.Function;
import java.util.stream.Stream;

/// A part of a booking that some bodies contain and others omit.
enum BookingAspect {
  MEDIUM(booking -> booking.medium().stream()),
  BOOTH(booking -> booking.booth().stream()),
  HOST(booking -> booking.host().stream()),
  TEAM(booking -> booking.team().stream()),
  BOOKER(booking -> booking.booker().stream()),
  ATTENDEES(booking -> booking.attendees().stream());

  private final Function<Booking, Stream<?>> values;

  BookingAspect(Function<Booking, Stream<?>> values) {
    this.values = values;
  }

  boolean isIn(Booking booking) {
    return values.apply(booking).findAny().isPresent();
  }

  /// Whom this part of a booking names.
  Stream<Identity> named(Booking booking) {
    return values.apply(booking).filter(Identity.class::isInstance).map(Identity.class::cast);
  }
}
