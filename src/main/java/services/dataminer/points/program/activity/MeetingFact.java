package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// One thing that a sender reported about a meeting. Facts arrive late, twice and in any order;
/// [Meeting#with] merges them to the same meeting all the same.
public sealed interface MeetingFact extends Fact
    permits MeetingFact.OfBooking,
        MeetingFact.Requested,
        MeetingFact.Confirmed,
        MeetingFact.ScheduledFirst,
        MeetingFact.Seat,
        MeetingFact.UnnamedSeatGivenUp,
        MeetingFact.SeatedFirst,
        MeetingFact.SeatScheduledFirst,
        MeetingFact.Ended,
        MeetingFact.CalledOff,
        MeetingFact.SeriesCancelled,
        MeetingFact.Attendance,
        MeetingFact.NoCalendarRecord,
        Retraction {

  /// A fact that describes the booking.
  sealed interface OfBooking extends MeetingFact {
    Booking booking();

    /// Whether this describes the booking later than another fact was told. What an ending repeats
    /// is never later: it was written when the meeting was booked.
    default boolean isLaterThan(MeetingFact other) {
      return !(this instanceof BookedAsEnded) && at().isAfter(other.at());
    }
  }

  /// A fact after which a meeting does not take place as this booking.
  sealed interface CalledOff extends MeetingFact {}

  /// The calendar announced a booking: made, moved or changed.
  record Booked(Instant at, Booking booking) implements OfBooking {
    public Booked {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(booking, "booking");
    }
  }

  /// The booking as a report of its ending repeats it. It was written when the booking was made, so
  /// it serves only where nothing else describes the booking.
  record BookedAsEnded(Instant at, Booking booking) implements OfBooking {
    public BookedAsEnded {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(booking, "booking");
    }
  }

  /// The calendar's own record of the booking, which is right about everything up to `at` and
  /// outweighs what was announced by then, a wrongly understood cancellation included.
  ///
  /// @param status what the calendar says has become of the booking
  /// @param absent who did not come
  /// @param successor the booking it was moved to
  record CalendarRecord(
      Instant at,
      Status status,
      Booking booking,
      List<Identity> absent,
      Optional<ActivityId> successor)
      implements OfBooking {
    public CalendarRecord {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(booking, "booking");
      Objects.requireNonNull(successor, "successor");
      absent = List.copyOf(new TreeSet<>(absent));
    }

    /// What has become of a booking.
    public enum Status {
      ACCEPTED,
      /// The host has not confirmed it yet.
      PENDING,
      CANCELLED,
      REJECTED
    }

    /// Why the meeting does not take place as this booking, if it does not.
    Optional<CalledOff> calledOff() {
      return switch (status) {
        case ACCEPTED, PENDING -> Optional.empty();
        case CANCELLED ->
            Optional.of(
                successor
                    .<CalledOff>map(moved -> new Rescheduled(at, moved))
                    .orElseGet(() -> new Cancelled(at)));
        case REJECTED -> Optional.of(new Rejected(at));
      };
    }
  }

  /// The calendar keeps no record of the booking, which is therefore assessed by what it announced.
  record NoCalendarRecord(Instant at) implements MeetingFact {
    public NoCalendarRecord {
      Objects.requireNonNull(at, "at");
    }
  }

  /// Someone asked for the meeting, which the host has to confirm or which is still to be paid. Its
  /// time is when the meeting was scheduled; without a confirmation there is no meeting.
  record Requested(Instant at) implements MeetingFact {
    public Requested {
      Objects.requireNonNull(at, "at");
    }
  }

  /// The booking that was asked for stands.
  record Confirmed(Instant at) implements MeetingFact {
    public Confirmed {
      Objects.requireNonNull(at, "at");
    }
  }

  /// The booking this one replaces was first scheduled at this time.
  record ScheduledFirst(Instant at) implements MeetingFact {
    public ScheduledFirst {
      Objects.requireNonNull(at, "at");
    }
  }

  /// Someone took a seat of a booking that people join one by one, or gave it up.
  ///
  /// @param successor the booking to which the seat was moved, if it was
  record Seat(Instant at, Identity who, boolean taken, Optional<ActivityId> successor)
      implements MeetingFact {
    public Seat {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(who, "who");
      Objects.requireNonNull(successor, "successor");
    }
  }

  /// Someone gave up a seat, and the calendar does not know any more who. The seat counts until a
  /// person finds out, or the calendar's record does.
  record UnnamedSeatGivenUp(Instant at) implements MeetingFact {
    public UnnamedSeatGivenUp {
      Objects.requireNonNull(at, "at");
    }
  }

  /// Someone took a seat for the first time. Whoever of those seated did so first has booked it.
  ///
  /// @param place where the body lists the person, from 0: of those listed together the first
  ///   booked
  record SeatedFirst(Instant at, int place, Identity who) implements MeetingFact {
    public SeatedFirst {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(who, "who");
    }
  }

  /// The seat that someone moved here was first taken at this time, in a booking before.
  record SeatScheduledFirst(Instant at, Identity who) implements MeetingFact {
    public SeatScheduledFirst {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(who, "who");
    }
  }

  /// A booked end has passed: reported by the calendar, or noticed by the sweep.
  ///
  /// @param at the booked end that has passed. A meeting that was moved to a later time is not over
  record Ended(Instant at) implements MeetingFact {
    public Ended {
      Objects.requireNonNull(at, "at");
    }
  }

  /// The host called it off.
  record Cancelled(Instant at) implements CalledOff {
    public Cancelled {
      Objects.requireNonNull(at, "at");
    }
  }

  /// The meeting was cancelled together with all that follow in its series, of which the calendar
  /// announces nothing.
  record SeriesCancelled(Instant at) implements MeetingFact {
    public SeriesCancelled {
      Objects.requireNonNull(at, "at");
    }
  }

  /// The host never accepted it.
  record Rejected(Instant at) implements CalledOff {
    public Rejected {
      Objects.requireNonNull(at, "at");
    }
  }

  /// It takes place at another time, as another booking.
  record Rescheduled(Instant at, ActivityId successor) implements CalledOff {
    public Rescheduled {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(successor, "successor");
    }
  }

  /// Someone was marked as not having come (`absent`), or unmarked.
  record Attendance(Instant at, Identity who, boolean absent) implements MeetingFact {
    public Attendance {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(who, "who");
    }
  }
}
