package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.Objects;

/// One thing a sender told of a meeting. Facts arrive late, twice and in any order; [Meeting#with]
/// merges them to the same meeting all the same.
public sealed interface MeetingFact extends Fact
    permits MeetingFact.Booked,
        MeetingFact.BookedAsEnded,
        MeetingFact.ScheduledFirst,
        MeetingFact.Ended,
        MeetingFact.CalledOff,
        MeetingFact.Attendance,
        Retracted {

  /// A fact after which a meeting does not take place as this booking.
  sealed interface CalledOff extends MeetingFact {}

  /// A calendar's own record of a booking: made, or made anew by rescheduling.
  record Booked(Instant at, Booking booking) implements MeetingFact {
    public Booked {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(booking, "booking");
    }
  }

  /// The booking as a report of its ending repeats it. It was written when the booking was made, so
  /// it serves only where no record of the booking is known.
  record BookedAsEnded(Instant at, Booking booking) implements MeetingFact {
    public BookedAsEnded {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(booking, "booking");
    }
  }

  /// The booking this one replaces was first scheduled at this time.
  record ScheduledFirst(Instant at) implements MeetingFact {
    public ScheduledFirst {
      Objects.requireNonNull(at, "at");
    }
  }

  /// The meeting's end has passed: reported by the calendar, or noticed by the sweep.
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
