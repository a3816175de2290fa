package services.dataminer.points.chaos.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/// One thing that a sender reports, once or more often.
public sealed interface Happening {

  /// What it is about. Happenings about different things do not touch each other.
  String about();

  /// A booking as a body describes it.
  ///
  /// @param inPerson otherwise a video call
  /// @param attendees the first booked it
  record Appointment(
      long eventType,
      boolean inPerson,
      Instant bookedAt,
      Instant startsAt,
      String host,
      List<String> team,
      List<String> attendees) {

    static final long MINUTES = 30;

    public Instant endsAt() {
      return startsAt.plusSeconds(MINUTES * 60);
    }
  }

  /// What Cal.com announces about a booking.
  enum Trigger {
    REQUESTED,
    CREATED,
    RESCHEDULED,
    CANCELLED,
    REJECTED,
    LOCATION_UPDATED,
    REASSIGNED
  }

  /// @param replaces the uid of the booking that this one moved from
  /// @param seat whether the body is about one seat of a shared booking
  record BookingAnnounced(
      String uid,
      Trigger trigger,
      Instant at,
      Appointment appointment,
      Optional<String> replaces,
      boolean seat)
      implements Happening {
    @Override
    public String about() {
      return "calcom:" + uid;
    }
  }

  /// An ending, flat: it repeats what was known when the meeting was booked.
  record EndAnnounced(String uid, Appointment appointment) implements Happening {
    @Override
    public String about() {
      return "calcom:" + uid;
    }
  }

  record AbsenceMarked(String uid, Instant at, String address, boolean absent)
      implements Happening {
    @Override
    public String about() {
      return "calcom:" + uid;
    }
  }

  /// Cal.com's own record, read after all that was announced before.
  record RecordKept(
      String uid, boolean cancelled, Instant updatedAt, Appointment appointment, Set<String> absent)
      implements Happening {
    @Override
    public String about() {
      return "calcom:" + uid;
    }
  }

  /// A CloudEvent of another calendar.
  ///
  /// @param show empty for a video call
  record MeetingReported(
      String meetingId, Optional<String> show, Appointment appointment, Set<String> absent)
      implements Happening {
    @Override
    public String about() {
      return "calendar:" + meetingId;
    }
  }

  /// What a statement says of a learner and an object.
  enum Step {
    REGISTERED,
    COMPLETED,
    SATISFIED,
    PASSED,
    FAILED,
    ATTEMPT_PASSED,
    ATTEMPT_FAILED,
    UNCOMPLETED,
    LAUNCHED
  }

  record StatementMade(
      UUID id, String person, boolean byAccount, Step step, String object, Instant at)
      implements Happening {
    @Override
    public String about() {
      return person + " " + object;
    }
  }

  record StatementVoided(UUID id, StatementMade statement, Instant at) implements Happening {
    @Override
    public String about() {
      return statement.about();
    }
  }

  /// @param points what was decided, where the action pays a range
  record ContributionMade(
      String id, String member, String action, Optional<Long> points, Instant at)
      implements Happening {
    @Override
    public String about() {
      return "contribution:" + id;
    }
  }

  record EventHosted(String id, SortedMap<LocalDate, Long> days, List<String> people)
      implements Happening {
    @Override
    public String about() {
      return "hosted-event:" + id;
    }
  }

  record UseCaseAccepted(String id, List<String> authors, long points, LocalDate on)
      implements Happening {
    @Override
    public String about() {
      return "use-case:" + id;
    }
  }

  record PointsAdjusted(String id, String member, long points, Instant at) implements Happening {
    @Override
    public String about() {
      return "adjustment:" + id;
    }
  }

  /// An administrator retracts an activity.
  record Withdrawal(String about) implements Happening {}

  record PartnerEntered(World.Partner partner) implements Happening {
    @Override
    public String about() {
      return partner.id();
    }
  }

  /// Someone who attended or learned signs up.
  record SignUp(World.Person person) implements Happening {
    @Override
    public String about() {
      return person.id();
    }
  }

  record Erasure(String about) implements Happening {}

  record ShowEntered(World.Show show) implements Happening {
    @Override
    public String about() {
      return show.id();
    }
  }

  record CourseEntered(String object, World.Course course) implements Happening {
    @Override
    public String about() {
      return object;
    }
  }
}
