package services.dataminer.points.program.award;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.program.award.CoursePay.Achievement.COMPLETING;
import static services.dataminer.points.program.award.CoursePay.Achievement.ENROLLING;
import static services.dataminer.points.program.award.CoursePay.Achievement.PASSING;
import static services.dataminer.points.program.fixture.Recordings.event;
import static services.dataminer.points.program.fixture.Recordings.retraction;
import static services.dataminer.points.program.fixture.Recordings.useCase;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Adjustment;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.HostedEvent;
import services.dataminer.points.program.activity.HostedEvent.Day;
import services.dataminer.points.program.activity.HostedEvent.Series;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.activity.UseCase;
import services.dataminer.points.program.fixture.Shows;
import services.dataminer.points.program.rules.Cap.Period;
import services.dataminer.points.program.rules.Range;

@DisplayName("All reasons that people can read")
class ReasonsTest {

  private static final String TABLE =
      """
      BOOKING_UNKNOWN           | the booking is not known yet, only what happened to it
      BOOKING_UNCONFIRMED       | requested; counts as a meeting once the host confirms it
      BOOKING_REJECTED          | the host rejected the booking
      meetingMoved              | moved to the booking calcom:b2
      countsOn                  | 100 points; still counts on 2026-10-01, as first awarded
      MEETING_CANCELLED         | the meeting was cancelled
      MEETING_DESERTED          | everyone gave up their seat
      meetingPays               | 100 points for the only attendee
      meetingPays               | 2,500 points divided among 2 attendees
      onceMeetingIsOver         | 100 points, once the meeting has taken place
      noOneOfPartner            | no one from partner acme attends
      NO_SKYLINE                | no Skyline representative attends
      NO_CUSTOMER               | no customer attends
      CALL_NOT_BY_PARTNER       | no one from a partner booked the call
      CALL_AT_BOOTH             | a video call, booked as a meeting at a show's booth
      onceShowIsOver            | 500 points; granted after the show IBC 2026 ends on 2026-09-14
      onceMeetingAndShowAreOver | 500 points, if the meeting takes place; granted after the show IBC 2026 ends on 2026-09-14
      NO_SHOW_AT_BOOTH          | in-person meeting, but no show uses this booth that day
      bookedTooLate             | booked on 2026-09-12 at 11:00, not before the show IBC 2026 opened on 2026-09-11 (times of Europe/Amsterdam)
      NO_PARTNER                | no one from a partner booked or attends the meeting
      severalPartners           | no one from a partner booked the meeting, and several partners attend: acme, zeta
      showPays                  | 1 meeting at IBC 2026: 500 points for the only attendee
      showPays                  | 5 meetings at IBC 2026: 2,500 points divided among 2 attendees
      noMeetingCounts           | no meeting of partner acme at IBC 2026 counts
      OF_ANOTHER_SHOW           | belongs to another show or partner
      coursePays                | 10 points for enrolling in Agile
      coursePays                | 50 points for completing Agile
      coursePays                | 1 point for passing Agile
      earnsNothingByRules       | enrolling in Agile earns nothing under the rules
      earnsNothingByCatalogue   | enrolling in Agile earns nothing according to the catalogue
      catalogueAgainstRules     | the catalogue gives 5 points for completing Agile, but the rules allow 250 to 1,000
      courseDoesNotCount        | the course Agile does not count under the rules
      courseIsNotPassed         | Agile is a course: it pays for completing, not for passing
      quizIsPassed              | Agile is a quiz: it pays only for passing
      NOT_COMPLETED             | not completed after all
      notCompletedOn            | the learning platform reported it as not completed on 2026-10-01
      NO_STATEMENT              | no statement has reported it yet
      STATEMENTS_VOIDED         | its sender voided every statement about it
      notInCatalogue            | the catalogue does not list https://lms.example/1 yet; it counts once it does
      countsElsewhere           | the learner has signed up, and it counts as calcom:b2
      beforeProgram             | earned on 1970-01-01, before the program began on 2023-03-28
      retracted                 | retracted: a copy
      RECORDED_AWARD_MISSING    | the recorded award is missing
      noMember                  | there is no member nemo
      eventPays                 | Inspire, Ghent: 9 points for 1 day, for the only person named
      eventPays                 | Inspire, Ghent: 18 points for 2 days, divided among 2 people
      eventDayOutOfRange        | 2026-10-01 needs a decision of 250 to 1,000 points; 1 was given
      seriesEarnsNothing        | events of the series EMPOWER earn nothing
      useCasePays               | use case Cloud playout: 750 points for the only author
      useCasePays               | use case Cloud playout: 750 points divided among 2 authors
      useCaseOutOfRange         | a use case needs a decision of 250 to 1,000 points; 249 were given
      contributionPays          | 50 points for feedback
      contributionCut           | 20 points of 1,000 for feedback: at most 100 count in October 2026
      capUsedUp                 | the 100-point cap for feedback in October 2026 is used up
      capUsedUp                 | the 1,250-point cap for job-title in the membership year from 2026-10-01 is used up
      contributionOutOfRange    | certify needs a decision of 250 to 1,000 points; none was given
      contributionOutOfRange    | certify needs a decision of 5 points; 7 were given
      noContribution            | applaud is not a contribution under these rules
      adjusted                  | adjusted by -20 points: counted twice
      wholeAward                | 500 points for the only attendee (rules of 2023-03-28)
      firstShare                | 500 points; your share is 250 points (rules of 2023-03-28)
      firstShare                | 500 points; your share is 167 points, exactly 500/3
      changedShare              | 500 points; your share changes from 250 points to 167 points, exactly 500/3 (rules of 2023-03-28)
      lostShare                 | 500 points; you no longer count as an attendee: your share drops from 250 points to 0 (rules of 2023-03-28)
      transferRequested         | 600 points transferred to DOJO, as requested
      transferAutomatic         | 1,250 points transferred to DOJO automatically
      transferRejected          | DOJO rejected the transfer: unknown person
      TRANSFER_BOOKED_AFTER_ALL | DOJO booked the transfer after all
      """;

  private static final Show IBC = Shows.ibc();
  private static final Course AGILE =
      new Course("https://lms.example/1", "Agile", new Course.ForQuiz(25));
  private static final ActivityId BOOKING = ActivityId.calcom("b2");
  private static final Range RANGE = new Range(250, 1_000);
  private static final Range FIVE = Range.fixed(5);
  private static final Optional<Long> SEVEN = Optional.of(7L);
  private static final Optional<Long> NO_POINTS = Optional.empty();
  private static final List<String> ONE_DAY = List.of("2026-10-01 9");
  private static final List<String> TWO_DAYS = List.of("2026-10-01 9", "2026-10-02 9");
  private static final LocalDate DAY = LocalDate.parse("2026-10-01");
  private static final CapPeriod OCTOBER = new CapPeriod(100, Period.CALENDAR_MONTH, DAY);
  private static final CapPeriod YEAR = new CapPeriod(1_250, Period.MEMBERSHIP_YEAR, DAY);
  private static final Optional<String> RULES = Optional.of("2023-03-28");
  private static final Optional<Fraction> NO_PART = Optional.empty();
  private static final Optional<Fraction> PART = Optional.of(Fraction.of(500, 3));

  private static Stream<Entry<String, String>> all() {
    return Stream.of(meetings(), shows(), courses(), recordedAwards(), contributions(), entries())
        .flatMap(List::stream);
  }

  private static List<Entry<String, String>> meetings() {
    return List.of(
        entry("BOOKING_UNKNOWN", Reasons.BOOKING_UNKNOWN),
        entry("BOOKING_UNCONFIRMED", Reasons.BOOKING_UNCONFIRMED),
        entry("BOOKING_REJECTED", Reasons.BOOKING_REJECTED),
        entry("meetingMoved", Reasons.meetingMoved(BOOKING)),
        entry("countsOn", Reasons.countsOn(DAY, "100 points")),
        entry("MEETING_CANCELLED", Reasons.MEETING_CANCELLED),
        entry("MEETING_DESERTED", Reasons.MEETING_DESERTED),
        entry("meetingPays", Reasons.meetingPays(100, 1)),
        entry("meetingPays", Reasons.meetingPays(2_500, 2)),
        entry("onceMeetingIsOver", Reasons.onceMeetingIsOver("100 points")),
        entry("noOneOfPartner", Reasons.noOneOfPartner("acme")),
        entry("NO_SKYLINE", Reasons.NO_SKYLINE),
        entry("NO_CUSTOMER", Reasons.NO_CUSTOMER),
        entry("CALL_NOT_BY_PARTNER", Reasons.CALL_NOT_BY_PARTNER),
        entry("CALL_AT_BOOTH", Reasons.CALL_AT_BOOTH));
  }

  private static List<Entry<String, String>> shows() {
    return List.of(
        entry("onceShowIsOver", Reasons.onceShowIsOver("500 points", IBC)),
        entry("onceMeetingAndShowAreOver", Reasons.onceMeetingAndShowAreOver("500 points", IBC)),
        entry("NO_SHOW_AT_BOOTH", Reasons.NO_SHOW_AT_BOOTH),
        entry("bookedTooLate", Reasons.bookedTooLate(Instant.parse("2026-09-12T09:00:00Z"), IBC)),
        entry("NO_PARTNER", Reasons.NO_PARTNER),
        entry("severalPartners", Reasons.severalPartners(List.of("acme", "zeta"))),
        entry("showPays", Reasons.showPays(1, IBC, 500, 1)),
        entry("showPays", Reasons.showPays(5, IBC, 2_500, 2)),
        entry("noMeetingCounts", Reasons.noMeetingCounts("acme", IBC)),
        entry("OF_ANOTHER_SHOW", Reasons.OF_ANOTHER_SHOW));
  }

  private static List<Entry<String, String>> courses() {
    return List.of(
        entry("coursePays", Reasons.coursePays(10, ENROLLING, AGILE)),
        entry("coursePays", Reasons.coursePays(50, COMPLETING, AGILE)),
        entry("coursePays", Reasons.coursePays(1, PASSING, AGILE)),
        entry("earnsNothingByRules", Reasons.earnsNothingByRules(ENROLLING, AGILE)),
        entry("earnsNothingByCatalogue", Reasons.earnsNothingByCatalogue(ENROLLING, AGILE)),
        entry("catalogueAgainstRules", Reasons.catalogueAgainstRules(5, COMPLETING, AGILE, RANGE)),
        entry("courseDoesNotCount", Reasons.courseDoesNotCount(AGILE)),
        entry("courseIsNotPassed", Reasons.courseIsNotPassed(AGILE)),
        entry("quizIsPassed", Reasons.quizIsPassed(AGILE)),
        entry("NOT_COMPLETED", Reasons.NOT_COMPLETED),
        entry("notCompletedOn", Reasons.notCompletedOn(DAY)),
        entry("NO_STATEMENT", Reasons.NO_STATEMENT),
        entry("STATEMENTS_VOIDED", Reasons.STATEMENTS_VOIDED),
        entry("notInCatalogue", Reasons.notInCatalogue(AGILE.id())),
        entry("countsElsewhere", Reasons.countsElsewhere(BOOKING)));
  }

  private static List<Entry<String, String>> recordedAwards() {
    return List.of(
        entry("beforeProgram", Reasons.beforeProgram(LocalDate.EPOCH, RuleBookYaml.shipped())),
        entry("retracted", Reasons.retracted(retraction("a copy"))),
        entry("RECORDED_AWARD_MISSING", Reasons.RECORDED_AWARD_MISSING),
        entry("noMember", Reasons.noMember("nemo")),
        entry("eventPays", Reasons.eventPays((HostedEvent) event(ONE_DAY, "ada").basis(), 9)),
        entry("eventPays", Reasons.eventPays((HostedEvent) event(TWO_DAYS, "ada ben").basis(), 18)),
        entry("eventDayOutOfRange", Reasons.eventDayOutOfRange(new Day(DAY, 1), RANGE)),
        entry("seriesEarnsNothing", Reasons.seriesEarnsNothing(Series.EMPOWER)),
        entry(
            "useCasePays",
            Reasons.useCasePays((UseCase) useCase(750, "2026-10-01", "ada").basis())),
        entry(
            "useCasePays",
            Reasons.useCasePays((UseCase) useCase(750, "2026-10-01", "ada ben").basis())),
        entry("useCaseOutOfRange", Reasons.useCaseOutOfRange(249, RANGE)));
  }

  private static List<Entry<String, String>> contributions() {
    return List.of(
        entry("contributionPays", Reasons.contributionPays(50, "feedback")),
        entry("contributionCut", Reasons.contributionCut(20, 1_000, "feedback", OCTOBER)),
        entry("capUsedUp", Reasons.capUsedUp("feedback", OCTOBER)),
        entry("capUsedUp", Reasons.capUsedUp("job-title", YEAR)),
        entry(
            "contributionOutOfRange", Reasons.contributionOutOfRange("certify", RANGE, NO_POINTS)),
        entry("contributionOutOfRange", Reasons.contributionOutOfRange("certify", FIVE, SEVEN)),
        entry("noContribution", Reasons.noContribution("applaud")),
        entry("adjusted", Reasons.adjusted(new Adjustment("ada", -20, "counted twice"))));
  }

  private static List<Entry<String, String>> entries() {
    return List.of(
        entry("wholeAward", ShareReasons.wholeAward("500 points for the only attendee", RULES)),
        entry("firstShare", ShareReasons.firstShare("500 points", 250, NO_PART, RULES)),
        entry("firstShare", ShareReasons.firstShare("500 points", 167, PART, Optional.empty())),
        entry("changedShare", ShareReasons.changedShare("500 points", 250, 167, PART, RULES)),
        entry("lostShare", ShareReasons.lostShare("500 points", 250, RULES)),
        entry("transferRequested", Reasons.transferRequested(600)),
        entry("transferAutomatic", Reasons.transferAutomatic(1_250)),
        entry("transferRejected", Reasons.transferRejected("unknown person")),
        entry("TRANSFER_BOOKED_AFTER_ALL", Reasons.TRANSFER_BOOKED_AFTER_ALL));
  }

  @Test
  void Facts_are_put_into_these_words() {
    assertThat(all().map(row -> "%-25s | %s".formatted(row.getKey(), row.getValue())))
        .containsExactlyElementsOf(TABLE.lines().toList());
  }

  @Test
  void No_reason_is_missing_from_the_table() {
    Set<String> listed = all().map(Entry::getKey).collect(Collectors.toSet());
    Stream<Member> members =
        Stream.of(Reasons.class, ShareReasons.class)
            .flatMap(
                type ->
                    Stream.<Member>concat(
                        Arrays.<Method>stream(type.getDeclaredMethods()),
                        Arrays.<Field>stream(type.getDeclaredFields())));

    assertThat(
            members
                .filter(member -> !Modifier.isPrivate(member.getModifiers()))
                .filter(member -> !member.isSynthetic())
                .map(Member::getName))
        .containsOnlyOnceElementsOf(listed)
        .hasSameSizeAs(listed);
  }
}
