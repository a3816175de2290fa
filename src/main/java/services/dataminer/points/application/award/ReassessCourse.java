package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import services.dataminer.points.application.message.CourseMessage.Reassess;
import services.dataminer.points.application.message.CourseMessage.Retract;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StoredCourse;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.directory.IdentityItem;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseFact.HandedOver;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseProgress;
import services.dataminer.points.program.activity.CourseState;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.award.ActivityState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Judges a learner's progress again: because what it missed has appeared, or because an
/// administrator asks for it or takes it back.
@Singleton
public class ReassessCourse {

  private final Table table;
  private final Directory directory;
  private final CourseAssessment decisions;
  private final StatementsAtHand statements;

  public ReassessCourse(
      Table table, Directory directory, CourseAssessment decisions, StatementsAtHand statements) {
    this.table = table;
    this.directory = directory;
    this.decisions = decisions;
    this.statements = statements;
  }

  /// Takes back what counts, wherever it counts by now: a sign-up may have been quicker.
  ///
  /// @param recordedAt when the message was sent
  /// @return whether anything was written
  boolean retract(Retract message, Instant recordedAt) {
    ActivityRecord named = read(message.activityId());
    ActivityRecord before =
        named.progress().state() instanceof CourseState.HandedOver(ActivityId to)
            ? read(to)
            : named;
    if (before.version() == 0) {
      return false;
    }
    var evidence = new Evidence(before.progress().with(List.of(message.fact())));
    ActivityRecord judged =
        decisions.judged(before, evidence, before.people(), before.course().orElseThrow());
    return decisions.write(before, judged, evidence, recordedAt, _ -> {});
  }

  /// @param recordedAt when the message was sent
  /// @return whether anything was written
  boolean reassess(Reassess message, Instant recordedAt) {
    ActivityRecord before = read(message.activityId());
    if (before.version() == 0) {
      return false;
    }
    var keys = new ArrayList<Key>();
    keys.add(Keys.course(before.course().orElseThrow().id()));
    before.people().keySet().stream().map(Keys::identity).forEach(keys::add);
    var items = table.read(keys);
    for (Pseudonym who : before.people().keySet()) {
      Participant person = before.people().get(who);
      Optional<IdentityItem> member = Directory.member(who, items);
      if (person.memberId().isEmpty() && member.isPresent()) {
        return claim(new Claim(who, person, member.get()), before, items, recordedAt);
      }
    }
    var people = new TreeMap<>(before.people());
    people.replaceAll((who, person) -> redated(person, Directory.member(who, items)));
    StoredCourse course = course(before, message.again(), items);
    Evidence evidence = statements.all(before, course);
    if (evidence.all().open().isEmpty() && !before.progress().open().isEmpty()) {
      // Its last statement is forgotten, and it will be.
      return false;
    }
    ActivityRecord judged = decisions.judged(before, evidence, people, course);
    return decisions.write(before, judged, evidence, recordedAt, _ -> {});
  }

  /// Someone with the sign-up date that the directory has now: it moves as long as nothing counts
  /// by it.
  private static Participant redated(Participant person, Optional<IdentityItem> member) {
    return member
        .filter(item -> person.memberId().equals(Optional.of(item.memberId())))
        .map(item -> person.signedUpOn(item.signedUpOn()))
        .orElse(person);
  }

  /// Only what is refused can be judged by another entry of the catalogue than at first.
  private static StoredCourse course(
      ActivityRecord before, ReassessmentScope again, Map<Key, Map<String, AttributeValue>> items) {
    String courseId = before.course().orElseThrow().id();
    boolean refused = before.decision().filter(d -> d.state() == ActivityState.REFUSED).isPresent();
    return again == ReassessmentScope.EVERYTHING && refused
        ? StatementsAtHand.ofToday(before, courseId, items)
        : StatementsAtHand.course(before, courseId, items);
  }

  /// A learner who has become known as a member.
  ///
  /// @param who the pseudonym under which the learner was known
  private record Claim(Pseudonym who, Participant learner, IdentityItem member) {

    Participant asMember() {
      return new Participant(
          learner.name(),
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
    StoredCourse course =
        StatementsAtHand.course(before, before.course().orElseThrow().id(), items);
    CourseProgress progress = before.progress();
    if (progress.open().isEmpty() || progress.state() instanceof CourseState.Retracted) {
      var evidence = new Evidence(progress);
      ActivityRecord kept = decisions.judged(before, evidence, Map.of(), course);
      return decisions.write(before, kept, evidence, recordedAt, _ -> {});
    }
    return handOver(claim, before, course, recordedAt);
  }

  private boolean handOver(
      Claim claim, ActivityRecord before, StoredCourse course, Instant recordedAt) {
    Milestone reached = before.progress().open().getFirst().step().milestone();
    ActivityRecord own = read(ActivityId.ofMember(claim.member().memberId(), course.id(), reached));
    var people = new TreeMap<>(own.people());
    people.putIfAbsent(claim.who(), claim.asMember());
    StoredCourse joint =
        own.course()
            .filter(stored -> stored.course().isPresent())
            .orElseGet(() -> course.course().isPresent() ? course : waitedFor(own, before));
    Evidence evidence = join(own, before, joint);
    if (evidence.all().open().isEmpty()) {
      // The last statement is forgotten, and the learner's activity will be.
      return false;
    }
    ActivityRecord joined = decisions.judged(own, evidence, people, joint);
    ActivityRecord left =
        left(before, own.id(), joint.course().isPresent() ? joint : course, recordedAt);
    return decisions.write(
        own,
        joined,
        evidence,
        recordedAt,
        written -> ActivityLedger.release(written, before, left));
  }

  /// The learner's activity once its statements count in the member's.
  private ActivityRecord left(
      ActivityRecord before, ActivityId to, StoredCourse course, Instant recordedAt) {
    CourseProgress progress = before.progress();
    CourseFact handedOver =
        new HandedOver(
            recordedAt,
            to,
            progress.open().stream().map(Progress::statementId).toList(),
            new TreeSet<>(Set.of(progress.series())));
    return decisions.judged(
        before, new Evidence(progress.with(List.of(handedOver))), Map.of(), course);
  }

  /// All that is known of the member's own activity and of the learner's.
  private Evidence join(ActivityRecord own, ActivityRecord learners, StoredCourse course) {
    Evidence ownEvidence = statements.all(own, course);
    Evidence taken = statements.all(learners, course);
    return new Evidence(
        ownEvidence.told().with(taken.told().openFacts()),
        ownEvidence.all().with(taken.all().openFacts()));
  }

  /// Two that wait for the same course are kept as long as either; with no end where one has none.
  private static StoredCourse waitedFor(ActivityRecord own, ActivityRecord learners) {
    StoredCourse course = learners.course().orElseThrow();
    Optional<Instant> ends =
        own.course()
            .map(StoredCourse::keptUntil)
            .map(
                end ->
                    end.flatMap(
                        at -> course.keptUntil().map(other -> at.isAfter(other) ? at : other)))
            .orElse(course.keptUntil());
    return course.keptUntil(ends);
  }

  private ActivityRecord read(ActivityId id) {
    return ActivityLedger.in(
        table.read(List.of(Keys.activity(id))), id, ActivityKind.COURSE_PROGRESS);
  }
}
