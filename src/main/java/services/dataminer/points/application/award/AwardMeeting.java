package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.ErasedAddresses;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StoredVenue;
import services.dataminer.points.ledger.conflict.ConflictRetry;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.directory.DirectorySnapshot;
import services.dataminer.points.ledger.lookup.KnownMeeting;
import services.dataminer.points.ledger.lookup.MeetingReader;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.Venue;
import services.dataminer.points.program.award.Decision;
import services.dataminer.points.program.award.MeetingRules;

/// Merges what a message reports about a meeting into what is known, decides on the meeting and
/// writes the difference: one batch read and one transaction for a message that names its people.
@Singleton
public class AwardMeeting {

  private final MeetingReader meetings;
  private final Directory directory;
  private final MeetingRules rules;
  private final ActivityLedger ledger;
  private final ConflictRetry conflicts;
  private final MessageQueues queues;

  public AwardMeeting(
      MeetingReader meetings,
      Directory directory,
      MeetingRules rules,
      ActivityLedger ledger,
      ConflictRetry conflicts,
      MessageQueues queues) {
    this.meetings = meetings;
    this.directory = directory;
    this.rules = rules;
    this.ledger = ledger;
    this.conflicts = conflicts;
    this.queues = queues;
  }

  /// @param recordedAt when the message was sent; decides no award
  /// @return whether the message changed anything; a duplicate does not
  public boolean award(MeetingMessage message, Instant recordedAt) {
    return conflicts.retryOnConflict(() -> attempt(message, recordedAt));
  }

  private boolean attempt(MeetingMessage message, Instant recordedAt) {
    KnownMeeting known = meetings.read(message.activityId(), message.addresses(), message.booths());
    ActivityRecord before = known.activity();
    if (before.version() == 0 && message.facts().isEmpty()) {
      return false;
    }
    var updated =
        UpdatedMeeting.of(
            before, PseudonymizedFacts.of(message.facts(), directory::kept), message.again());
    DirectorySnapshot lookedUp =
        meetings.lookUp(
            known.directory(), updated.addresses(), updated.unclaimed(), updated.booth());
    Map<Pseudonym, Participant> people = updated.people(message.addresses(), lookedUp);
    Optional<Venue> venue = updated.venue(lookedUp);
    Decision decision =
        rules.assess(updated.meeting(), Persons.of(people), venue.orElseGet(Venue.Elsewhere::new));
    ActivityRecord decided =
        ErasedAddresses.without(
            before.withAssessment(updated.meeting(), people, venue.map(StoredVenue::of), decision),
            lookedUp::isErased);
    passOnFirstSchedule(before.meeting(), updated.meeting());
    return ledger.write(
        before,
        decided,
        updated.dependencies(decided, lookedUp),
        recordedAt,
        ShowMeetings.changes(before, decided));
  }

  /// Tells the bookings that replace this one when it was first scheduled. Sent before the change
  /// that causes it is written: if the writing fails the message comes back, and the same is sent
  /// again.
  private void passOnFirstSchedule(Meeting before, Meeting after) {
    Map<ActivityId, List<MeetingFact>> told = before.handedOn();
    var messages = new ArrayList<MeetingMessage>();
    after
        .handedOn()
        .forEach(
            (successor, facts) -> {
              if (!facts.equals(told.get(successor))) {
                messages.add(MeetingMessage.of(successor, facts));
              }
            });
    if (!messages.isEmpty()) {
      queues.sendAll(QueueName.MEETING_ATTENDANCE, messages);
    }
  }
}
