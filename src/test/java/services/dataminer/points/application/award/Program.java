package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.erasure.EraseMember;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.application.settlement.Settled;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.activity.RecordedActivities;
import services.dataminer.points.ledger.directory.Courses;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Partner;
import services.dataminer.points.ledger.directory.SaveOutcome;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.show.Pending;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.ledger.view.ActivityViews;
import services.dataminer.points.ledger.view.MemberActivities;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.RecordedAwardFact;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.rules.RuleBook;

/// The whole program on a table of its own, without functions and queues: what is sent is handled
/// at once, in the order it was sent.
public final class Program implements MessageQueues {

  public static final ZoneId BRUSSELS = ObjectGraph.BRUSSELS;
  static final Instant RECORDED_AT = Instant.parse("2026-09-20T00:00:00Z");
  private static final Editor ADMIN = new Editor("grace", RECORDED_AT);

  public final Directory directory;
  final LocalTable local;
  final Entries entries;
  private final ObjectGraph graph;
  private final Deque<Object> sent = new ArrayDeque<>();
  private final AwardMeeting awardMeeting;
  private final AwardCourse awardCourse;
  private final GrantRecordedAward grantRecordedAward;
  public final EraseMember erasure;

  /// Under the shipped rules.
  public Program(LocalTable local) {
    this(local, ObjectGraph.RULES);
  }

  Program(LocalTable local, RuleBook rules) {
    this.local = local;
    graph =
        new ObjectGraph(
            local.table(),
            () -> "an identity key of 32 bytes only".getBytes(StandardCharsets.UTF_8),
            rules);
    directory = graph.directory();
    awardMeeting = graph.awardMeeting(this);
    awardCourse = graph.awardCourse();
    grantRecordedAward = graph.grantRecordedAward();
    entries = graph.entries();
    erasure = graph.eraseMember();
  }

  /// The product's other objects, on the same table.
  public ObjectGraph graph() {
    return graph;
  }

  @Override
  public void sendAll(QueueName queue, List<?> messages) {
    sent.addAll(messages);
  }

  public void partner(String id, String... domains) {
    graph.partners().save(new Partner(id, id, Partner.Kind.BUSINESS, List.of(domains)), ADMIN);
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
            true,
            Map.of()));
  }

  public void member(Member member) {
    assertThat(graph.saveMember(this).save(member, ADMIN)).isInstanceOf(SaveOutcome.Done.class);
    work();
  }

  /// Enters a member, without a word to the activities that wait for it.
  void memberUnheard(Member member) {
    assertThat(graph.members().save(member, ADMIN)).isInstanceOf(SaveOutcome.Done.class);
  }

  public void course(Course course) {
    graph.saveCourse(this).save(course, ADMIN);
    work();
  }

  /// Enters a course, without a word to the activities that wait for it.
  void courseUnheard(Course course) {
    new Courses(local.table()).save(course, ADMIN);
  }

  public EraseMember.Outcome erase(String id) {
    return erasure.erase(id, ADMIN);
  }

  public void show(Show show, long... eventTypes) {
    List<Long> types = LongStream.of(eventTypes).boxed().toList();
    assertThat(graph.saveShow(this).save(show, types, ADMIN)).isInstanceOf(SaveOutcome.Done.class);
    work();
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
    ActivityId activity = ActivityId.recorded(told.kind(), id);
    tell(activity, recordUnassessed(id, told));
    return activity;
  }

  public Recorded recordUnassessed(String id, Recorded told) {
    return new RecordedActivities(local.table()).record(ActivityId.recorded(told.kind(), id), told);
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
    return graph.settleShows().night(Instant.parse(at), ObjectGraph.time());
  }

  public List<Entry> entriesOf(String member) {
    return entries.all(member, new Entries.Days(Optional.empty(), Optional.empty()));
  }

  public long balanceOf(String member) {
    return entries.balance(member).transferable();
  }

  /// The sum of the member's entries, which the balance must equal.
  public long sumOfEntries(String member) {
    return entriesOf(member).stream().mapToLong(Entry::points).sum();
  }

  public long pendingOf(String member) {
    return new Pending(local.table()).of(member);
  }

  public List<ActivityId> activitiesOf(String member) {
    return new MemberActivities(local.table())
        .page(member, MemberActivities.Which.ALL, Optional.empty(), 1000)
        .items();
  }

  public ActivityView view(ActivityId id) {
    return new ActivityViews(local.table()).of(id).orElseThrow();
  }
}
