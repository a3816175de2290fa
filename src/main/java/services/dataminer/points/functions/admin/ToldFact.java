package services.dataminer.points.functions.admin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.NamedPerson;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseFact.HandedOver;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseFact.Voided;
import services.dataminer.points.program.activity.DecidedFact;
import services.dataminer.points.program.activity.DecidedFact.Adjustment;
import services.dataminer.points.program.activity.DecidedFact.Contribution;
import services.dataminer.points.program.activity.DecidedFact.HostedEvent;
import services.dataminer.points.program.activity.DecidedFact.Recorded;
import services.dataminer.points.program.activity.DecidedFact.UseCase;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.BookedAsEnded;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Confirmed;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.MeetingFact.Rejected;
import services.dataminer.points.program.activity.MeetingFact.Requested;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.MeetingFact.ScheduledFirst;
import services.dataminer.points.program.activity.MeetingFact.Seat;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.activity.MeetingFact.SeriesCancelled;
import services.dataminer.points.program.activity.MeetingFact.Unrecorded;
import services.dataminer.points.program.activity.Retracted;

/// A fact as administrators are told it.
///
/// @param by the administrator behind it
/// @param who whom it is about, where the activity knows the address
/// @param absent whether that person is marked as not having come
/// @param successor the activity that replaces this one
/// @param statementId the statement that tells it, or that is void
/// @param recorded what an administrator recorded
record ToldFact(
    String what,
    Instant at,
    Optional<String> by,
    Optional<String> reason,
    Optional<String> who,
    Optional<Boolean> absent,
    Optional<String> successor,
    Optional<String> statementId,
    Optional<ToldRecording> recorded) {

  /// What an activity knows, oldest first, without what only repeats something else.
  static List<ToldFact> all(ActivityRecord record) {
    Stream<ToldFact> facts =
        switch (record.kind()) {
          case MEETING, EXHIBITION_MEETING, VIRTUAL_MEETING, SHOW ->
              record.facts(MeetingFact.class).stream()
                  .filter(fact -> tellsMore(fact, record))
                  .map(fact -> told(fact, record));
          case COURSE_PROGRESS -> record.facts(CourseFact.class).stream().map(ToldFact::told);
          case HOSTED_EVENT, USE_CASE, CONTRIBUTION, ADJUSTMENT ->
              record.facts(DecidedFact.class).stream().map(ToldFact::told);
        };
    return facts.sorted(Comparator.comparing(ToldFact::at).thenComparing(ToldFact::what)).toList();
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

  private static ToldFact told(MeetingFact fact, ActivityRecord record) {
    return switch (fact) {
      case Booked f -> plain("BOOKED", f.at());
      case BookedAsEnded f -> plain("BOOKED_AS_ENDED", f.at());
      case MeetingFact.Recorded f ->
          f.successor()
              .map(ActivityId::value)
              .map(plain("RECORDED_" + f.status(), f.at())::to)
              .orElseGet(() -> plain("RECORDED_" + f.status(), f.at()));
      case Unrecorded f -> plain("NOT_RECORDED", f.at());
      case Requested f -> plain("REQUESTED", f.at());
      case Confirmed f -> plain("CONFIRMED", f.at());
      case ScheduledFirst f -> plain("SCHEDULED_FIRST", f.at());
      case Seat f -> seat(f, record);
      case SeatedFirst f -> plain("SEATED_FIRST", f.at()).of(f.who(), record);
      case Ended f -> plain("ENDED", f.at());
      case Cancelled f -> plain("CANCELLED", f.at());
      case SeriesCancelled f -> plain("SERIES_CANCELLED", f.at());
      case Rejected f -> plain("REJECTED", f.at());
      case Rescheduled f -> plain("RESCHEDULED", f.at()).to(f.successor().value());
      case Attendance f -> plain("ATTENDANCE", f.at()).of(f, record);
      case Retracted f -> plain("RETRACTED", f.at()).because(f);
    };
  }

  private static ToldFact told(CourseFact fact) {
    return switch (fact) {
      case Progress f -> plain(f.step().name(), f.at()).by(f.statementId());
      case Voided f -> plain("VOIDED", f.at()).by(f.statementId());
      case HandedOver f -> plain("HANDED_OVER", f.at()).to(f.to().value());
      case Retracted f -> plain("RETRACTED", f.at()).because(f);
    };
  }

  private static ToldFact plain(String what, Instant at) {
    return new ToldFact(
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

  private static ToldFact told(DecidedFact fact) {
    return switch (fact) {
      case HostedEvent f -> told("HOSTED_EVENT", f);
      case UseCase f -> told("USE_CASE", f);
      case Contribution f -> told("CONTRIBUTION", f);
      case Adjustment f -> told("ADJUSTMENT", f);
      case Retracted f -> plain("RETRACTED", f.at()).because(f);
    };
  }

  private static ToldFact told(String what, Recorded recorded) {
    ToldFact plain = plain(what, recorded.at());
    return new ToldFact(
        plain.what,
        plain.at,
        Optional.of(recorded.by()),
        plain.reason,
        plain.who,
        plain.absent,
        plain.successor,
        plain.statementId,
        Optional.of(ToldRecording.of(recorded)));
  }

  private ToldFact to(String activityId) {
    return new ToldFact(
        what, at, by, reason, who, absent, Optional.of(activityId), statementId, recorded);
  }

  private ToldFact by(String statement) {
    return new ToldFact(
        what, at, by, reason, who, absent, successor, Optional.of(statement), recorded);
  }

  private static ToldFact seat(Seat seat, ActivityRecord record) {
    ToldFact told = plain(seat.taken() ? "SEAT_TAKEN" : "SEAT_GIVEN_UP", seat.at());
    ToldFact about = told.of(seat.who(), record);
    return seat.successor().map(ActivityId::value).map(about::to).orElse(about);
  }

  private ToldFact of(Attendance mark, ActivityRecord record) {
    return of(mark.who(), record).marked(mark.absent());
  }

  /// A fact may be about someone of whom only the pseudonym is kept, which tells nobody anything.
  private ToldFact of(Identity someone, ActivityRecord record) {
    Optional<String> address =
        Optional.ofNullable(record.people().get(someone)).map(NamedPerson::address);
    return new ToldFact(what, at, by, reason, address, absent, successor, statementId, recorded);
  }

  private ToldFact marked(boolean isAbsent) {
    return new ToldFact(
        what, at, by, reason, who, Optional.of(isAbsent), successor, statementId, recorded);
  }

  private ToldFact because(Retracted how) {
    return new ToldFact(
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
