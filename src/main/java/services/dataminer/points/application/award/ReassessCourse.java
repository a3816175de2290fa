package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import services.dataminer.points.application.message.CourseMessage.Reassess;
import services.dataminer.points.application.message.CourseMessage.Retract;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.CourseActivities;
import services.dataminer.points.ledger.activity.LedgerWrite;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StoredCourse;
import services.dataminer.points.ledger.directory.DirectorySnapshot;
import services.dataminer.points.ledger.directory.IdentityItem;
import services.dataminer.points.ledger.lookup.CourseReader;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseFact.HandedOver;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseProgress;
import services.dataminer.points.program.activity.CourseState;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.award.ActivityState;

/// Reassesses a learner's progress: because what it missed has appeared, or because an
/// administrator asks for it or retracts it.
@Singleton
public class ReassessCourse {

  private final CourseReader courses;
  private final CourseActivities activities;
  private final CourseHistories histories;
  private final CourseAssessment assessment;

  public ReassessCourse(
      CourseReader courses,
      CourseActivities activities,
      CourseHistories histories,
      CourseAssessment assessment) {
    this.courses = courses;
    this.activities = activities;
    this.histories = histories;
    this.assessment = assessment;
  }

  /// Retracts what counts, wherever it counts by now: a sign-up may have been quicker.
  ///
  /// @param recordedAt when the message was sent
  /// @return whether anything was written
  boolean retract(Retract message, Instant recordedAt) {
    ActivityRecord named = activities.read(message.activityId());
    ActivityRecord before =
        named.progress().state() instanceof CourseState.HandedOver(ActivityId to)
            ? activities.read(to)
            : named;
    if (before.version() == 0) {
      return false;
    }
    var history = new CourseHistory(before.progress().with(List.of(message.fact())));
    ActivityRecord assessed =
        assessment.assess(before, history, before.people(), before.course().orElseThrow());
    return assessment.write(before, assessed, history, recordedAt, LedgerWrite.NOTHING);
  }

  /// @param recordedAt when the message was sent
  /// @return whether anything was written
  boolean reassess(Reassess message, Instant recordedAt) {
    ActivityRecord before = activities.read(message.activityId());
    if (before.version() == 0) {
      return false;
    }
    String courseId = before.course().orElseThrow().id();
    DirectorySnapshot directory = courses.read(courseId, before.people().keySet());
    Optional<Course> entry = directory.course(courseId);
    Optional<Claim> claim = findClaim(before, directory);
    if (claim.isPresent()) {
      return applyClaim(claim.get(), before, CourseInForce.of(before, courseId, entry), recordedAt);
    }
    var people = new TreeMap<>(before.people());
    people.replaceAll((who, person) -> redated(person, directory.member(who)));
    // Only what is refused can be assessed by another entry of the catalogue than at first.
    StoredCourse course =
        message.again() == ReassessmentScope.EVERYTHING && before.isIn(ActivityState.REFUSED)
            ? CourseInForce.ofToday(before, courseId, entry)
            : CourseInForce.of(before, courseId, entry);
    CourseHistory history = histories.of(before, course);
    if (history.whole().open().isEmpty() && !before.progress().open().isEmpty()) {
      // Its last statement has expired, and so will the activity.
      return false;
    }
    ActivityRecord assessed = assessment.assess(before, history, people, course);
    return assessment.write(before, assessed, history, recordedAt, LedgerWrite.NOTHING);
  }

  /// The first learner who has become known as a member.
  private static Optional<Claim> findClaim(ActivityRecord before, DirectorySnapshot directory) {
    return before.people().entrySet().stream()
        .filter(learner -> learner.getValue().memberId().isEmpty())
        .flatMap(
            learner ->
                directory.member(learner.getKey()).stream()
                    .map(member -> new Claim(learner.getKey(), learner.getValue(), member)))
        .findFirst();
  }

  /// Someone with the sign-up date that the directory has now: it moves as long as nothing counts
  /// by it.
  private static Participant redated(Participant person, Optional<IdentityItem> member) {
    return member
        .filter(item -> person.memberId().equals(Optional.of(item.memberId())))
        .map(item -> person.signedUpOn(item.signedUpOn()))
        .orElse(person);
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
  /// transaction, so that it counts in one of the two at any time. What an administrator retracted
  /// stays where it is. Either way the identity is the member's to keep, and leaves this activity.
  private boolean applyClaim(
      Claim claim, ActivityRecord before, StoredCourse course, Instant recordedAt) {
    CourseProgress progress = before.progress();
    if (progress.open().isEmpty() || progress.state() instanceof CourseState.Retracted) {
      var history = new CourseHistory(progress);
      ActivityRecord kept = assessment.assess(before, history, Map.of(), course);
      return assessment.write(before, kept, history, recordedAt, LedgerWrite.NOTHING);
    }
    return handOver(claim, before, course, recordedAt);
  }

  private boolean handOver(
      Claim claim, ActivityRecord before, StoredCourse course, Instant recordedAt) {
    Milestone reached = before.progress().open().getFirst().step().milestone();
    ActivityRecord own =
        activities.read(ActivityId.ofMember(claim.member().memberId(), course.id(), reached));
    var people = new TreeMap<>(own.people());
    people.putIfAbsent(claim.who(), claim.asMember());
    StoredCourse joint =
        own.course()
            .filter(stored -> stored.course().isPresent())
            .orElseGet(() -> course.course().isPresent() ? course : waitedFor(own, before));
    CourseHistory history = join(own, before, joint);
    if (history.whole().open().isEmpty()) {
      // The last statement is forgotten, and the learner's activity will be.
      return false;
    }
    ActivityRecord joined = assessment.assess(own, history, people, joint);
    ActivityRecord left =
        left(before, own.id(), joint.course().isPresent() ? joint : course, recordedAt);
    return assessment.write(
        own, joined, history, recordedAt, CourseActivities.release(before, left));
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
    return assessment.assess(
        before, new CourseHistory(progress.with(List.of(handedOver))), Map.of(), course);
  }

  /// All that is known of the member's own activity and of the learner's.
  private CourseHistory join(ActivityRecord own, ActivityRecord learners, StoredCourse course) {
    CourseHistory ownHistory = histories.of(own, course);
    CourseHistory taken = histories.of(learners, course);
    return new CourseHistory(
        ownHistory.kept().with(taken.kept().openFacts()),
        ownHistory.whole().with(taken.whole().openFacts()));
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
}
