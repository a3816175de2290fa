package services.dataminer.points.functions.admin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseFact.HandedOver;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseFact.Voided;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.BookedAsEnded;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Confirmed;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.MeetingFact.NoCalendarRecord;
import services.dataminer.points.program.activity.MeetingFact.Rejected;
import services.dataminer.points.program.activity.MeetingFact.Requested;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.MeetingFact.ScheduledFirst;
import services.dataminer.points.program.activity.MeetingFact.Seat;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.activity.MeetingFact.SeriesCancelled;
import services.dataminer.points.program.activity.RecordedAwardFact;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.activity.Retraction;

/// A fact as administrators are told it.
///
/// @param by the administrator behind it
/// @param who whom it is about, where the activity knows the address
/// @param absent whether that person is marked as not having come
/// @param successor the activity that replaces this one
/// @param statementId the statement that tells it, or that is void
/// @param recorded what an administrator recorded
record FactView(
    String what,
    Instant at,
    Optional<String> by,
    Optional<String> reason,
    Optional<String> who,
    Optional<Boolean> absent,
    Optional<String> successor,
    Optional<String> statementId,
    Optional<RecordedAwardView> recorded) {

  /// What an activity knows, oldest first, without what only repeats something else.
  static List<FactView> all(ActivityRecord record) {
    Stream<FactView> facts =
        switch (record.kind().family()) {
          case MEETING, SHOW ->
              record.facts(MeetingFact.class).stream()
                  .filter(fact -> tellsMore(fact, record))
                  .map(fact -> view(fact, record));
          case COURSE -> record.facts(CourseFact.class).stream().map(FactView::view);
          case RECORDED_AWARD -> record.facts(RecordedAwardFact.class).stream().map(FactView::view);
        };
    return facts.sorted(Comparator.comparing(FactView::at).thenComparing(FactView::what)).toList();
  }

  /// The report of an ending repeats the booking, and a booking implies when it was scheduled.
  private static boolean tellsMore(MeetingFact fact, ActivityRecord record) {
    return switch (fact) {
      case BookedAsEnded _ ->
          record.facts(MeetingFact.class).stream().noneMatch(Booked.class::isInstance);
      case ScheduledFirst(Instant at) ->
          record.facts(MeetingFact.class).stream().noneMatch(other -> implies(other, at));
      case Confirmed _ ->
          record.facts(MeetingFact.class).stream().anyMatch(Requested.class::isInstance);
      case SeatedFirst _ -> false;
      default -> true;
    };
  }

  private static boolean implies(MeetingFact fact, Instant scheduledAt) {
    return switch (fact) {
      case MeetingFact.OfBooking of -> of.booking().scheduledAt().equals(scheduledAt);
      case Requested asked -> asked.at().equals(scheduledAt);
      default -> false;
    };
  }

  private static FactView view(MeetingFact fact, ActivityRecord record) {
    return switch (fact) {
      case Booked f -> plain("BOOKED", f.at());
      case BookedAsEnded f -> plain("BOOKED_AS_ENDED", f.at());
      case MeetingFact.CalendarRecord f ->
          f.successor()
              .map(ActivityId::value)
              .map(plain("RECORDED_" + f.status(), f.at())::withSuccessor)
              .orElseGet(() -> plain("RECORDED_" + f.status(), f.at()));
      case NoCalendarRecord f -> plain("NOT_RECORDED", f.at());
      case Requested f -> plain("REQUESTED", f.at());
      case Confirmed f -> plain("CONFIRMED", f.at());
      case ScheduledFirst f -> plain("SCHEDULED_FIRST", f.at());
      case Seat f -> seat(f, record);
      case SeatedFirst f -> plain("SEATED_FIRST", f.at()).about(f.who(), record);
      case Ended f -> plain("ENDED", f.at());
      case Cancelled f -> plain("CANCELLED", f.at());
      case SeriesCancelled f -> plain("SERIES_CANCELLED", f.at());
      case Rejected f -> plain("REJECTED", f.at());
      case Rescheduled f -> plain("RESCHEDULED", f.at()).withSuccessor(f.successor().value());
      case Attendance f -> plain("ATTENDANCE", f.at()).withMark(f, record);
      case Retraction f -> plain("RETRACTED", f.at()).withRetraction(f);
    };
  }

  private static FactView view(CourseFact fact) {
    return switch (fact) {
      case Progress f -> plain(f.step().name(), f.at()).withStatement(f.statementId());
      case Voided f -> plain("VOIDED", f.at()).withStatement(f.statementId());
      case HandedOver f -> plain("HANDED_OVER", f.at()).withSuccessor(f.to().value());
      case Retraction f -> plain("RETRACTED", f.at()).withRetraction(f);
    };
  }

  private static FactView plain(String what, Instant at) {
    return new FactView(
        what,
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static FactView view(RecordedAwardFact fact) {
    return switch (fact) {
      case Recorded f -> view(f.kind().name(), f);
      case Retraction f -> plain("RETRACTED", f.at()).withRetraction(f);
    };
  }

  private static FactView view(String what, Recorded recorded) {
    FactView plain = plain(what, recorded.at());
    return new FactView(
        plain.what,
        plain.at,
        Optional.of(recorded.by()),
        plain.reason,
        plain.who,
        plain.absent,
        plain.successor,
        plain.statementId,
        Optional.of(RecordedAwardView.of(recorded)));
  }

  private FactView withSuccessor(String activityId) {
    return new FactView(
        what, at, by, reason, who, absent, Optional.of(activityId), statementId, recorded);
  }

  private FactView withStatement(String statement) {
    return new FactView(
        what, at, by, reason, who, absent, successor, Optional.of(statement), recorded);
  }

  private static FactView seat(Seat seat, ActivityRecord record) {
    FactView seatView = plain(seat.taken() ? "SEAT_TAKEN" : "SEAT_GIVEN_UP", seat.at());
    FactView about = seatView.about(seat.who(), record);
    return seat.successor().map(ActivityId::value).map(about::withSuccessor).orElse(about);
  }

  private FactView withMark(Attendance mark, ActivityRecord record) {
    return about(mark.who(), record).marked(mark.absent());
  }

  /// A fact may be about someone of whom only the pseudonym is kept, which tells nobody anything.
  private FactView about(Identity someone, ActivityRecord record) {
    Optional<String> address =
        Optional.ofNullable(record.people().get(someone)).map(person -> person.name().stored());
    return new FactView(what, at, by, reason, address, absent, successor, statementId, recorded);
  }

  private FactView marked(boolean isAbsent) {
    return new FactView(
        what, at, by, reason, who, Optional.of(isAbsent), successor, statementId, recorded);
  }

  private FactView withRetraction(Retraction how) {
    return new FactView(
        what,
        at,
        Optional.of(how.by()),
        Optional.of(how.reason()),
        who,
        absent,
        successor,
        statementId,
        recorded);
  }
}
