package services.dataminer.points.functions.admin;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.directory.Editor;
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
import services.dataminer.points.program.activity.MeetingFact.SeatScheduledFirst;
import services.dataminer.points.program.activity.MeetingFact.SeatedFirst;
import services.dataminer.points.program.activity.MeetingFact.SeriesCancelled;
import services.dataminer.points.program.activity.MeetingFact.UnnamedSeatGivenUp;
import services.dataminer.points.program.activity.RecordedAwardFact;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.activity.Retraction;

/// A fact as administrators see it.
///
/// @param details what else there is to say of it, each under the name that it has in the response:
///   `by`, the administrator behind it, and their `reason`; `who` it is about, where the activity
///   knows the address, and whether that person is marked `absent`; the `successor` that replaces
///   the activity; the `statementId` that reports it, or that is void; what was `recorded`
public record FactView(String what, Instant at, @JsonAnyGetter Map<String, Object> details) {

  FactView(String what, Instant at) {
    this(what, at, Map.of());
  }

  private FactView with(String name, Object detail) {
    var more = new TreeMap<>(details);
    more.put(name, detail);
    return new FactView(what, at, more);
  }

  /// What an activity knows, oldest first, without what only repeats something else.
  ///
  /// @param reassessments who asked for it to be assessed again
  static List<FactView> all(ActivityRecord record, List<Editor> reassessments) {
    Stream<FactView> facts =
        switch (record.kind().family()) {
          case MEETING, SHOW ->
              record.facts(MeetingFact.class).stream()
                  .filter(fact -> tellsMore(fact, record))
                  .map(fact -> view(fact, record));
          case COURSE -> record.facts(CourseFact.class).stream().map(FactView::view);
          case RECORDED_AWARD -> record.facts(RecordedAwardFact.class).stream().map(FactView::view);
        };
    Stream<FactView> requests =
        reassessments.stream()
            .map(editor -> new FactView("REASSESSED", editor.at()).with("by", editor.by()));
    return Stream.concat(facts, requests)
        .sorted(Comparator.comparing(FactView::at).thenComparing(FactView::what))
        .toList();
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
      case Booked f -> new FactView("BOOKED", f.at());
      case BookedAsEnded f -> new FactView("BOOKED_AS_ENDED", f.at());
      case MeetingFact.CalendarRecord f ->
          new FactView("RECORDED_" + f.status(), f.at()).withSuccessor(f.successor());
      case NoCalendarRecord f -> new FactView("NOT_RECORDED", f.at());
      case Requested f -> new FactView("REQUESTED", f.at());
      case Confirmed f -> new FactView("CONFIRMED", f.at());
      case ScheduledFirst f -> new FactView("SCHEDULED_FIRST", f.at());
      case Seat f ->
          new FactView(f.taken() ? "SEAT_TAKEN" : "SEAT_GIVEN_UP", f.at())
              .about(f.who(), record)
              .withSuccessor(f.successor());
      case UnnamedSeatGivenUp f -> new FactView("UNNAMED_SEAT_GIVEN_UP", f.at());
      case SeatedFirst f -> new FactView("SEATED_FIRST", f.at()).about(f.who(), record);
      case SeatScheduledFirst f ->
          new FactView("SEAT_SCHEDULED_FIRST", f.at()).about(f.who(), record);
      case Ended f -> new FactView("ENDED", f.at());
      case Cancelled f -> new FactView("CANCELLED", f.at());
      case SeriesCancelled f -> new FactView("SERIES_CANCELLED", f.at());
      case Rejected f -> new FactView("REJECTED", f.at());
      case Rescheduled f ->
          new FactView("RESCHEDULED", f.at()).with("successor", f.successor().value());
      case Attendance f ->
          new FactView("ATTENDANCE", f.at()).about(f.who(), record).with("absent", f.absent());
      case Retraction f -> new FactView("RETRACTED", f.at()).withRetraction(f);
    };
  }

  private static FactView view(CourseFact fact) {
    return switch (fact) {
      case Progress f -> new FactView(f.step().name(), f.at()).with("statementId", f.statementId());
      case Voided f -> new FactView("VOIDED", f.at()).with("statementId", f.statementId());
      case HandedOver f -> new FactView("HANDED_OVER", f.at()).with("successor", f.to().value());
      case Retraction f -> new FactView("RETRACTED", f.at()).withRetraction(f);
    };
  }

  private static FactView view(RecordedAwardFact fact) {
    return switch (fact) {
      case Recorded f -> view(f);
      case Retraction f -> new FactView("RETRACTED", f.at()).withRetraction(f);
    };
  }

  private static FactView view(Recorded recorded) {
    return new FactView(recorded.kind().name(), recorded.at())
        .with("by", recorded.by())
        .with("recorded", RecordedAwardView.of(recorded));
  }

  private FactView withRetraction(Retraction retraction) {
    return with("by", retraction.by()).with("reason", retraction.reason());
  }

  private FactView withSuccessor(Optional<ActivityId> successor) {
    return successor.map(id -> with("successor", id.value())).orElse(this);
  }

  /// A fact may be about someone of whom only the pseudonym is kept, which tells nobody anything.
  private FactView about(Identity someone, ActivityRecord record) {
    return Optional.ofNullable(record.people().get(someone))
        .map(person -> with("who", person.name().stored()))
        .orElse(this);
  }
}
