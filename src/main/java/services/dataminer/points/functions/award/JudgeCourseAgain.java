package services.dataminer.points.functions.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.NamedPerson;
import services.dataminer.points.ledger.activity.StoredCourse;
import services.dataminer.points.ledger.directory.Courses;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.directory.IdentityItem;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.platform.queue.CourseMessage.JudgeAgain;
import services.dataminer.points.platform.queue.CourseMessage.TakeBack;
import services.dataminer.points.platform.queue.MeetingMessage.Again;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseFact.HandedOver;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseProgress;
import services.dataminer.points.program.activity.CourseState;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.award.ActivityState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Judges a learner's progress again: because what it missed has appeared, or because an
/// administrator asks for it or takes it back.
@Singleton
public class JudgeCourseAgain {

  private final Table table;
  private final Directory directory;
  private final CourseDecisions decisions;

  public JudgeCourseAgain(Table table, Directory directory, CourseDecisions decisions) {
    this.table = table;
    this.directory = directory;
    this.decisions = decisions;
  }

  /// Takes back what counts, wherever it counts by now: a sign-up may have been quicker.
  ///
  /// @param recordedAt when the message was sent
  /// @return whether anything was written
  boolean judge(TakeBack message, Instant recordedAt) {
    ActivityRecord named = read(message.activityId());
    ActivityRecord before =
        named.progress().state() instanceof CourseState.HandedOver(ActivityId to)
            ? read(to)
            : named;
    return before.version() > 0
        && decisions.write(
            before,
            decisions.judged(
                before,
                before.progress().with(List.of(message.fact())),
                before.people(),
                before.course().orElseThrow()),
            recordedAt,
            _ -> {});
  }

  /// @param recordedAt when the message was sent
  /// @return whether anything was written
  boolean judge(JudgeAgain message, Instant recordedAt) {
    ActivityRecord before = read(message.activityId());
    if (before.version() == 0) {
      return false;
    }
    var keys = new ArrayList<Key>();
    keys.add(Keys.course(before.course().orElseThrow().id()));
    before.people().keySet().stream().map(Keys::identity).forEach(keys::add);
    var items = table.read(keys);
    for (Identity who : before.people().keySet()) {
      NamedPerson person = before.people().get(who);
      Optional<IdentityItem> member = Directory.member(who, items);
      if (person.memberId().isEmpty() && member.isPresent()) {
        return claim(new Claim(who, person, member.get()), before, items, recordedAt);
      }
    }
    var people = new TreeMap<>(before.people());
    people.replaceAll((who, person) -> redated(person, Directory.member(who, items)));
    ActivityRecord judged =
        decisions.judged(before, before.progress(), people, course(before, message.again(), items));
    return decisions.write(before, judged, recordedAt, _ -> {});
  }

  /// Someone with the sign-up date that the directory has now: it moves as long as nothing counts
  /// by it.
  private static NamedPerson redated(NamedPerson person, Optional<IdentityItem> member) {
    return member
        .filter(item -> person.memberId().equals(Optional.of(item.memberId())))
        .map(item -> person.signedUpOn(item.signedUpOn()))
        .orElse(person);
  }

  /// Only what is refused can be judged by another entry of the catalogue than at first.
  private static StoredCourse course(
      ActivityRecord before, Again again, Map<Key, Map<String, AttributeValue>> items) {
    String courseId = before.course().orElseThrow().id();
    boolean refused = before.decision().filter(d -> d.state() == ActivityState.REFUSED).isPresent();
    return again == Again.EVERYTHING && refused
        ? new StoredCourse(courseId, Courses.in(items, courseId))
        : JudgeStatement.course(before, courseId, items);
  }

  /// A learner who has become known as a member.
  ///
  /// @param who the pseudonym under which the learner was known
  private record Claim(Identity who, NamedPerson learner, IdentityItem member) {

    NamedPerson asMember() {
      return new NamedPerson(
          learner.address(),
          Optional.of(member.memberId()),
          Optional.of(member.signedUpOn()),
          // Whoever is named by an address of Skyline's acts for Skyline, member or not.
          learner.skyline() ? Optional.empty() : member.partnerId(),
          learner.skyline(),
          learner.inanimate(),
          false);
    }
  }

  /// Hands what the learner's statements tell over to the member's own activity, in one
  /// transaction, so that it counts in one of the two at any time. What an administrator took back
  /// stays where it is. Either way the identity is the member's to keep, and leaves this activity.
  private boolean claim(
      Claim claim,
      ActivityRecord before,
      Map<Key, Map<String, AttributeValue>> items,
      Instant recordedAt) {
    StoredCourse course = JudgeStatement.course(before, before.course().orElseThrow().id(), items);
    CourseProgress progress = before.progress();
    List<Progress> open = progress.open();
    if (open.isEmpty() || progress.state() instanceof CourseState.TakenBack) {
      ActivityRecord kept = decisions.judged(before, progress, Map.of(), course);
      return decisions.write(before, kept, recordedAt, _ -> {});
    }
    ActivityId to =
        ActivityId.ofMember(
            claim.member().memberId(), course.id(), open.getFirst().step().milestone());
    ActivityRecord own = read(to);
    var people = new TreeMap<>(own.people());
    people.putIfAbsent(claim.who(), claim.asMember());
    StoredCourse asFirstJudged =
        own.course().filter(stored -> stored.course().isPresent()).orElse(course);
    ActivityRecord joined =
        decisions.judged(own, own.progress().with(progress.openFacts()), people, asFirstJudged);
    CourseFact handedOver =
        new HandedOver(recordedAt, to, open.stream().map(Progress::statementId).toList());
    ActivityRecord left =
        decisions.judged(before, progress.with(List.of(handedOver)), Map.of(), course);
    return decisions.write(
        own, joined, recordedAt, written -> ActivityLedger.release(written, before, left));
  }

  private ActivityRecord read(ActivityId id) {
    return ActivityLedger.in(
        table.read(List.of(Keys.activity(id))), id, ActivityKind.COURSE_PROGRESS);
  }
}
