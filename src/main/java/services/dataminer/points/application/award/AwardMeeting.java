package services.dataminer.points.application.award;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.ErasedAddresses;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StoredVenue;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.Venue;
import services.dataminer.points.program.award.Decision;
import services.dataminer.points.program.award.MeetingRules;
import services.dataminer.points.program.award.Person;

/// Merges what a message tells of a meeting into what is known, judges the meeting and writes the
/// difference: one batch read and one transaction for a message that names its people.
@Singleton
public class AwardMeeting {

  private final Table table;
  private final Activities activities;
  private final Directory directory;
  private final ActivityLedger ledger;
  private final ShowMeetings showMeetings;
  private final MeetingRules judge;
  private final MessageQueues queues;

  public AwardMeeting(
      Table table,
      Directory directory,
      ActivityLedger ledger,
      ShowMeetings showMeetings,
      MeetingRules judge,
      MessageQueues queues) {
    this.table = table;
    this.activities = new Activities(table);
    this.directory = directory;
    this.ledger = ledger;
    this.showMeetings = showMeetings;
    this.judge = judge;
    this.queues = queues;
  }

  /// @param recordedAt when the message was sent; decides no award
  /// @return whether the message changed anything; a duplicate does not
  public boolean award(MeetingMessage message, Instant recordedAt) {
    return table.retryOnConflict(() -> attempt(message, recordedAt));
  }

  private boolean attempt(MeetingMessage message, Instant recordedAt) {
    var lookup = new MeetingLookup(table, activities, directory, message);
    ActivityRecord before = lookup.before();
    if (before.version() == 0 && message.facts().isEmpty()) {
      return false;
    }
    Map<Pseudonym, Participant> named = lookup.people();
    var venue = lookup.venue();
    var people = new HashMap<Pseudonym, Person>();
    named.forEach((who, person) -> people.put(who, person.person(who)));
    Decision decision =
        judge.judge(
            lookup.meeting(),
            people,
            venue.map(StoredVenue::venue).orElseGet(Venue.Elsewhere::new));
    ActivityRecord judged =
        ErasedAddresses.without(
            before.judged(lookup.meeting(), named, venue, decision), lookup::isErased);
    handOn(before.meeting(), lookup.meeting());
    return ledger.write(
        before,
        judged,
        lookup.waits(judged),
        recordedAt,
        transaction -> showMeetings.writeChanges(transaction, before, judged));
  }

  /// Tells the bookings that replace this one when it was first scheduled. Sent before the change
  /// that causes it is written: if the writing fails the message comes back, and the same is sent
  /// again.
  private void handOn(Meeting before, Meeting after) {
    var untold = new TreeSet<>(after.successors());
    if (after.firstScheduledAt().equals(before.firstScheduledAt())) {
      untold.removeAll(before.successors());
    }
    after
        .firstScheduledAt()
        .map(MeetingFact.ScheduledFirst::new)
        .filter(_ -> !untold.isEmpty())
        .ifPresent(
            fact ->
                queues.sendAll(
                    QueueName.MEETING_ATTENDANCE,
                    untold.stream().map(id -> MeetingMessage.of(id, List.of(fact))).toList()));
  }
}
