package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import services.dataminer.points.application.erasure.EraseMember;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.application.settlement.SettleShows;
import services.dataminer.points.application.settlement.Settled;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.BlockedActivities;
import services.dataminer.points.ledger.activity.BlockedActivity;
import services.dataminer.points.ledger.activity.CourseActivities;
import services.dataminer.points.ledger.activity.FurtherStatements;
import services.dataminer.points.ledger.activity.RecordedActivities;
import services.dataminer.points.ledger.activity.Statements;
import services.dataminer.points.ledger.directory.Courses;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.directory.Partner;
import services.dataminer.points.ledger.directory.Partners;
import services.dataminer.points.ledger.directory.Pseudonyms;
import services.dataminer.points.ledger.directory.SaveOutcome;
import services.dataminer.points.ledger.directory.Shows;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.lookup.CourseReader;
import services.dataminer.points.ledger.lookup.MeetingReader;
import services.dataminer.points.ledger.lookup.RecordedAwardReader;
import services.dataminer.points.ledger.show.Pending;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.ledger.view.ActivityViews;
import services.dataminer.points.ledger.view.MemberActivities;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.RecordedAwardFact;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.award.CourseRules;
import services.dataminer.points.program.award.MeetingRules;
import services.dataminer.points.program.award.RecordedAwardRules;
import services.dataminer.points.program.award.ShowSettlement;
import services.dataminer.points.program.rules.RuleBook;

/// The whole program on a table of its own, without functions and queues: what is sent is handled
/// at once, in the order it was sent.
public final class Program implements MessageQueues {

  public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  static final Instant RECORDED_AT = Instant.parse("2026-09-20T00:00:00Z");
  private static final Editor ADMIN = new Editor("grace", RECORDED_AT);

  public final Directory directory;
  final LocalTable local;
  final Members members;
  final Entries entries;
  private final Deque<Object> sent = new ArrayDeque<>();
  private final AwardMeeting awardMeeting;
  private final AwardCourse awardCourse;
  private final GrantRecordedAward grantRecordedAward;
  private final RecordedActivities recordings;
  private final SettleShows settle;

  private final Partners partners;
  private final Shows shows;
  private final Courses courses;
  private final BlockedActivities waiting;
  private final ActivityViews stories;
  private final Pending pending;
  public final EraseMember erasure;

  public Program(LocalTable local) {
    this.local = local;
    Table table = local.table();
    RuleBook rules = RuleBookYaml.shipped();
    directory =
        new Directory(
            new Pseudonyms(
                () -> "an identity key of 32 bytes only".getBytes(StandardCharsets.UTF_8)),
            List.of("skyline.be"),
            rules);
    var ledger = new ActivityLedger(table);
    var meetings = new ShowMeetings(table);
    awardMeeting =
        new AwardMeeting(
            new MeetingReader(table, directory),
            directory,
            new MeetingRules(rules, BRUSSELS),
            ledger,
            this);
    awardCourse = awardCourse(rules, ledger);
    grantRecordedAward =
        new GrantRecordedAward(
            new RecordedAwardReader(table), new RecordedAwardRules(rules, BRUSSELS), ledger);
    recordings = new RecordedActivities(table);
    courses = new Courses(table);
    shows = new Shows(table);
    settle =
        new SettleShows(
            table, new DueWork(table), shows, meetings, ledger, new ShowSettlement(rules));
    members = new Members(table, directory);
    partners = new Partners(table, directory);
    waiting = new BlockedActivities(table);
    stories = new ActivityViews(table);
    pending = new Pending(table);
    entries = new Entries(table);
    erasure =
        new EraseMember(
            table, directory, members, new MemberActivities(table), waiting, ledger, meetings);
  }

  private AwardCourse awardCourse(RuleBook rules, ActivityLedger ledger) {
    Table table = local.table();
    var courseReader = new CourseReader(table, directory);
    var activities = new CourseActivities(table);
    var further = new FurtherStatements(table);
    var histories = new CourseHistories(further);
    var assessment = new CourseAssessment(new CourseRules(rules, BRUSSELS), activities, ledger);
    return new AwardCourse(
        ledger,
        new ApplyStatement(courseReader, activities, histories, assessment),
        new ApplyVoid(new Statements(table), activities, further, histories, assessment),
        new ReassessCourse(courseReader, activities, histories, assessment));
  }

  @Override
  public void sendAll(QueueName queue, List<?> messages) {
    sent.addAll(messages);
  }

  public void partner(String id, String... domains) {
    partners.save(new Partner(id, id, Partner.Kind.BUSINESS, List.of(domains)), ADMIN);
  }

  public void member(String id, String partner, String... emails) {
    member(
        new Member(
            id,
            id,
            List.of(emails),
            List.of(),
            List.of(),
            Optional.ofNullable(partner),
            LocalDate.parse("2023-04-12"),
            true));
  }

  public void member(Member member) {
    released(members.save(member, ADMIN));
  }

  /// Enters a member, without a word to the activities that wait for it.
  void memberUnheard(Member member) {
    assertThat(members.save(member, ADMIN)).isInstanceOf(SaveOutcome.Done.class);
  }

  public void course(Course course) {
    released(courses.save(course, ADMIN));
  }

  /// Enters a course, without a word to the activities that wait for it.
  void courseUnheard(Course course) {
    courses.save(course, ADMIN);
  }

  public EraseMember.Outcome erase(String id) {
    return erasure.erase(id, ADMIN);
  }

  public void show(Show show, long... eventTypes) {
    released(shows.save(show, LongStream.of(eventTypes).boxed().toList(), ADMIN));
  }

  private void released(SaveOutcome saved) {
    for (Key key : ((SaveOutcome.Done) saved).awaited()) {
      waiting.under(key).forEach(w -> sent.add(reassess(w)));
    }
    work();
  }

  private static Object reassess(BlockedActivity activity) {
    return switch (activity.kind()) {
      case MEETING, EXHIBITION_MEETING, VIRTUAL_MEETING, SHOW ->
          MeetingMessage.reassess(activity.activityId(), ReassessmentScope.MISSING);
      case COURSE_PROGRESS ->
          new CourseMessage.Reassess(
              CourseMessage.SCHEMA, activity.activityId(), ReassessmentScope.MISSING);
      case HOSTED_EVENT, USE_CASE, CONTRIBUTION, ADJUSTMENT ->
          RecordedAwardMessage.reassess(activity.activityId(), ReassessmentScope.MISSING);
    };
  }

  public void tell(CourseMessage... messages) {
    deliver(List.of(messages));
  }

  /// A statement that arrives at another time than the others.
  void tellOn(Instant recordedAt, CourseMessage message) {
    awardCourse.award(message, recordedAt);
  }

  public void tell(ActivityId id, MeetingFact... facts) {
    sent.add(MeetingMessage.of(id, List.of(facts)));
    work();
  }

  /// What an administrator records, taken down and decided.
  public ActivityId record(String id, Recorded told) {
    ActivityId activity = ActivityId.decided(ActivityKind.of(told), id);
    tell(activity, recordUnjudged(id, told));
    return activity;
  }

  public Recorded recordUnjudged(String id, Recorded told) {
    return recordings.record(ActivityId.decided(ActivityKind.of(told), id), told);
  }

  public void tell(ActivityId id, RecordedAwardFact fact) {
    deliver(List.of(RecordedAwardMessage.of(id, fact)));
  }

  /// Reassesses a refusal, as an administrator asks for it.
  public void reassess(ActivityId id) {
    deliver(List.of(RecordedAwardMessage.reassess(id, ReassessmentScope.EVERYTHING)));
  }

  /// Handles what functions put on a queue.
  public void deliver(List<?> messages) {
    sent.addAll(messages);
    work();
  }

  private void work() {
    while (!sent.isEmpty()) {
      switch (sent.poll()) {
        case MeetingMessage message -> awardMeeting.award(message, RECORDED_AT);
        case CourseMessage message -> awardCourse.award(message, RECORDED_AT);
        case RecordedAwardMessage message -> grantRecordedAward.grant(message, RECORDED_AT);
        case Object other -> throw new AssertionError("nobody works on " + other);
      }
    }
  }

  public Settled night(String at) {
    return settle.settle(Instant.parse(at));
  }

  public List<Entry> entriesOf(String member) {
    return entries
        .page(member, new Entries.Days(Optional.empty(), Optional.empty()), Optional.empty(), 1000)
        .entries();
  }

  public long balanceOf(String member) {
    return entries.balance(member).transferable();
  }

  /// The sum of the member's entries, which the balance must equal.
  public long sumOfEntries(String member) {
    return entriesOf(member).stream().mapToLong(Entry::points).sum();
  }

  public long pendingOf(String member) {
    return pending.of(member);
  }

  public List<ActivityId> activitiesOf(String member) {
    return new MemberActivities(local.table())
        .page(member, MemberActivities.Which.ALL, Optional.empty(), 1000).places().stream()
            .map(MemberActivities.Place::activityId)
            .toList();
  }

  public ActivityView story(ActivityId id) {
    return stories.of(id).orElseThrow();
  }
}
