package services.dataminer.points.program.award;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Adjustment;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.HostedEvent;
import services.dataminer.points.program.activity.HostedEvent.Day;
import services.dataminer.points.program.activity.HostedEvent.Series;
import services.dataminer.points.program.activity.Retraction;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.activity.UseCase;
import services.dataminer.points.program.rules.Range;
import services.dataminer.points.program.rules.RuleBook;

/// Every reason that people read, in decisions and in entries. Callers pass facts; the words are
/// here and, of a person's share, in [ShareReasons]. `ReasonsTest` lists them all. Entries keep the
/// words that they were written with.
public final class Reasons {

  static final String BOOKING_UNKNOWN = "the booking is not known yet, only what happened to it";
  static final String BOOKING_UNCONFIRMED =
      "requested; counts as a meeting once the host confirms it";
  static final String BOOKING_REJECTED = "the host rejected the booking";
  static final String MEETING_CANCELLED = "the meeting was cancelled";
  static final String MEETING_DESERTED = "everyone gave up their seat";
  static final String NO_SHOW_AT_BOOTH = "in-person meeting, but no show uses this booth that day";
  static final String NO_PARTNER = "no one from a partner booked or attends the meeting";
  static final String CALL_AT_BOOTH = "a video call, booked as a meeting at a show's booth";
  static final String CALL_NOT_BY_PARTNER = "no one from a partner booked the call";
  static final String NO_CUSTOMER = "no customer attends";
  static final String NO_SKYLINE = "no Skyline representative attends";
  public static final String OF_ANOTHER_SHOW = "belongs to another show or partner";
  public static final String TRANSFER_BOOKED_AFTER_ALL = "DOJO booked the transfer after all";
  static final String NOT_COMPLETED = "not completed after all";
  static final String RECORDED_AWARD_MISSING = "the recorded award is missing";
  static final String NO_STATEMENT = "no statement has reported it yet";
  static final String STATEMENTS_VOIDED = "its sender voided every statement about it";

  private Reasons() {}

  static String beforeProgram(LocalDate earnedOn, RuleBook rules) {
    return "earned on %s, before the program began on %s".formatted(earnedOn, rules.beginsOn());
  }

  static String retracted(Retraction how) {
    return "retracted: " + how.reason();
  }

  static String meetingPays(long points, int attendees) {
    return Arithmetic.points(points) + " " + Arithmetic.among(attendees, "attendee", "attendees");
  }

  static String onceMeetingIsOver(String arithmetic) {
    return arithmetic + ", once the meeting has taken place";
  }

  static String onceShowIsOver(String arithmetic, Show show) {
    return "%s; granted after the show %s ends on %s"
        .formatted(arithmetic, show.name(), show.endsOn());
  }

  static String onceMeetingAndShowAreOver(String arithmetic, Show show) {
    return onceShowIsOver(arithmetic + ", if the meeting takes place", show);
  }

  static String meetingMoved(ActivityId successor) {
    return "moved to the booking " + successor;
  }

  /// What is known by now of something that was awarded before and has another date since.
  public static String countsOn(LocalDate day, String arithmetic) {
    return arithmetic + "; still counts on " + day + ", as first awarded";
  }

  static String bookedTooLate(Instant scheduledAt, Show show) {
    ZonedDateTime booked = scheduledAt.atZone(show.timeZone());
    return "booked on %s at %s, not before the show %s opened on %s (times of %s)"
        .formatted(
            booked.toLocalDate(),
            booked.toLocalTime().truncatedTo(ChronoUnit.SECONDS),
            show.name(),
            show.startsOn(),
            show.timeZone());
  }

  static String severalPartners(List<String> partners) {
    return "no one from a partner booked the meeting, and several partners attend: "
        + String.join(", ", partners);
  }

  static String noOneOfPartner(String partner) {
    return "no one from partner " + partner + " attends";
  }

  static String showPays(int meetings, Show show, long points, int attendees) {
    return "%s at %s: %s"
        .formatted(
            Arithmetic.count(meetings, "meeting", "meetings"),
            show.name(),
            meetingPays(points, attendees));
  }

  static String noMeetingCounts(String partner, Show show) {
    return "no meeting of partner " + partner + " at " + show.name() + " counts";
  }

  static String coursePays(long points, CoursePay.Achievement what, Course course) {
    return Arithmetic.points(points) + " for " + what.in(course);
  }

  static String earnsNothingByRules(CoursePay.Achievement what, Course course) {
    return what.in(course) + " earns nothing under the rules";
  }

  static String earnsNothingByCatalogue(CoursePay.Achievement what, Course course) {
    return what.in(course) + " earns nothing according to the catalogue";
  }

  static String catalogueAgainstRules(
      long points, CoursePay.Achievement what, Course course, Range allowed) {
    return "the catalogue gives %s for %s, but the rules allow %s"
        .formatted(Arithmetic.points(points), what.in(course), allowed.worded());
  }

  static String courseDoesNotCount(Course course) {
    return "the course " + course.title() + " does not count under the rules";
  }

  static String courseIsNotPassed(Course course) {
    return course.title() + " is a course: it pays for completing, not for passing";
  }

  static String quizIsPassed(Course course) {
    return course.title() + " is a quiz: it pays only for passing";
  }

  static String notCompletedOn(LocalDate day) {
    return "the learning platform reported it as not completed on " + day;
  }

  static String notInCatalogue(String courseId) {
    return "the catalogue does not list " + courseId + " yet; it counts once it does";
  }

  static String countsElsewhere(ActivityId where) {
    return "the learner has signed up, and it counts as " + where;
  }

  static String noMember(String id) {
    return "there is no member " + id;
  }

  static String seriesEarnsNothing(Series series) {
    return "events of the series " + series + " earn nothing";
  }

  static String eventPays(HostedEvent event, long points) {
    return "%s: %s for %s, %s"
        .formatted(
            event.title(),
            Arithmetic.points(points),
            Arithmetic.count(event.days().size(), "day", "days"),
            Arithmetic.among(event.people().size(), "person named", "people"));
  }

  static String useCasePays(UseCase useCase) {
    return "use case %s: %s %s"
        .formatted(
            useCase.title(),
            Arithmetic.points(useCase.points()),
            Arithmetic.among(useCase.people().size(), "author", "authors"));
  }

  static String eventDayOutOfRange(Day day, Range allowed) {
    return Arithmetic.undecided(day.date().toString(), allowed, Optional.of(day.points()));
  }

  static String useCaseOutOfRange(long points, Range allowed) {
    return Arithmetic.undecided("a use case", allowed, Optional.of(points));
  }

  static String contributionPays(long points, String action) {
    return Arithmetic.points(points) + " for " + action;
  }

  static String contributionCut(long granted, long points, String action, CapPeriod period) {
    return "%s of %s for %s: at most %s count in %s"
        .formatted(
            Arithmetic.points(granted),
            Arithmetic.number(points),
            action,
            Arithmetic.number(period.most()),
            Arithmetic.period(period));
  }

  static String capUsedUp(String action, CapPeriod period) {
    return "the %s-point cap for %s in %s is used up"
        .formatted(Arithmetic.number(period.most()), action, Arithmetic.period(period));
  }

  /// @param points what was decided; empty where nothing was
  static String contributionOutOfRange(String action, Range allowed, Optional<Long> points) {
    return Arithmetic.undecided(action, allowed, points);
  }

  static String noContribution(String action) {
    return action + " is not a contribution under these rules";
  }

  static String adjusted(Adjustment adjustment) {
    return "adjusted by %s: %s"
        .formatted(Arithmetic.points(adjustment.points()), adjustment.reason());
  }

  public static String transferRequested(long points) {
    return Arithmetic.points(points) + " transferred to DOJO, as requested";
  }

  public static String transferAutomatic(long points) {
    return Arithmetic.points(points) + " transferred to DOJO automatically";
  }

  public static String transferRejected(String dojosReason) {
    return "DOJO rejected the transfer: " + dojosReason;
  }
}
