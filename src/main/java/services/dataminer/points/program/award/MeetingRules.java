package services.dataminer.points.program.award;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.MeetingState;
import services.dataminer.points.program.activity.Retraction;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.activity.Venue;
import services.dataminer.points.program.award.Decision.Cancelled;
import services.dataminer.points.program.award.Decision.Deferred;
import services.dataminer.points.program.award.Decision.Granted;
import services.dataminer.points.program.award.Decision.Refused;
import services.dataminer.points.program.award.Decision.Retracted;
import services.dataminer.points.program.award.Decision.Unknown;
import services.dataminer.points.program.award.Decision.Until;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.MeetingRule;
import services.dataminer.points.program.rules.RuleBook;

/// Assesses meetings. Source: partner benefits page, in-person meetings at a show and virtual
/// meetings.
///
/// @param timeZone the program's, in which a day of earning is a day
public record MeetingRules(RuleBook rules, ZoneId timeZone) {

  /// @param people who everyone named by the booking is
  /// @param venue the booth it is booked at
  public Decision assess(Meeting meeting, Map<? extends Identity, Person> people, Venue venue) {
    return switch (meeting.state()) {
      case MeetingState.Unknown _ -> new Unknown(Reasons.BOOKING_UNKNOWN);
      case MeetingState.Unconfirmed _ -> new Unknown(Reasons.BOOKING_UNCONFIRMED);
      case MeetingState.Deserted _ -> new Cancelled(Reasons.MEETING_DESERTED);
      case MeetingState.NotTakingPlace(MeetingFact.CalledOff how) ->
          new Cancelled(cancellation(how));
      case MeetingState.Retracted(Retraction how) -> new Retracted(Reasons.retracted(how));
      case MeetingState.Upcoming(Booking booking) ->
          assess(new Attendees(meeting, booking, people), venue, false);
      case MeetingState.Over(Booking booking) ->
          assess(new Attendees(meeting, booking, people), venue, true);
    };
  }

  private static String cancellation(MeetingFact.CalledOff how) {
    return switch (how) {
      case MeetingFact.Rejected _ -> Reasons.BOOKING_REJECTED;
      case MeetingFact.Rescheduled moved -> Reasons.meetingMoved(moved.successor());
      case MeetingFact.Cancelled _ -> Reasons.MEETING_CANCELLED;
    };
  }

  private Decision assess(Attendees attendees, Venue venue, boolean ended) {
    return switch (attendees.booking().place()) {
      case IN_PERSON -> inPerson(attendees, venue, ended);
      case VIDEO_CALL -> videoCall(attendees, venue, ended);
    };
  }

  private Decision inPerson(Attendees attendees, Venue venue, boolean ended) {
    // The show is the one of the first assessment; a later body may have moved the meeting.
    if (!(venue instanceof Venue.AtShow(Show show)) || !show.isOn(attendees.booking().startsAt())) {
      return new Refused(Optional.empty(), Reasons.NO_SHOW_AT_BOOTH);
    }
    Optional<Edition> edition = rules.inForceOn(show.endsOn());
    if (edition.isEmpty()) {
      return BeforeProgram.refusal(rules, show.endsOn());
    }
    MeetingRule rule = edition.get().tariff().exhibitionMeeting();
    Optional<String> refusal =
        ExhibitionConditions.firstUnmet(attendees, show).or(attendees::firstUnmet);
    if (refusal.isPresent()) {
      return new Refused(Optional.of(edition.get().id()), refusal.get());
    }
    Award award = award(attendees, edition.get(), rule, show.earnedAt(), show.endsOn());
    return ended
        ? new Deferred(Until.SETTLEMENT, award, Reasons.onceShowIsOver(award.arithmetic(), show))
        : new Deferred(
            Until.END, award, Reasons.onceMeetingAndShowAreOver(award.arithmetic(), show));
  }

  private Decision videoCall(Attendees attendees, Venue venue, boolean ended) {
    Instant endsAt = attendees.booking().endsAt();
    LocalDate earnedOn = endsAt.atZone(timeZone).toLocalDate();
    Optional<Edition> edition = rules.inForceOn(earnedOn);
    if (edition.isEmpty()) {
      return BeforeProgram.refusal(rules, earnedOn);
    }
    Optional<String> refusal =
        VirtualConditions.firstUnmet(attendees, venue).or(attendees::firstUnmet);
    if (refusal.isPresent()) {
      return new Refused(Optional.of(edition.get().id()), refusal.get());
    }
    Award award =
        award(attendees, edition.get(), edition.get().tariff().virtualMeeting(), endsAt, earnedOn);
    return ended
        ? new Granted(award, award.arithmetic())
        : new Deferred(Until.END, award, Reasons.onceMeetingIsOver(award.arithmetic()));
  }

  private static Award award(
      Attendees attendees, Edition edition, MeetingRule rule, Instant at, LocalDate earnedOn) {
    String partner = attendees.partner().orElseThrow();
    List<Person> sharing =
        switch (rule.divided()) {
          case PARTNER_ATTENDEES -> attendees.presentOf(partner);
          case ALL_ATTENDEES -> attendees.present();
        };
    Fraction each = Fraction.of(rule.points(), sharing.size());
    List<Share> portions =
        sharing.stream()
            .map(person -> Share.roundedDown(person, each, person.isOf(partner)))
            .toList();
    List<Share> shares = LargestRemainder.divide(attendees.meeting().id(), portions);
    return new Award(
        edition.id(),
        rule.points(),
        at,
        earnedOn,
        Reasons.meetingPays(rule.points(), sharing.size()),
        shares);
  }
}
