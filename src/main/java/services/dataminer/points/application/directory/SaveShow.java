package services.dataminer.points.application.directory;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import services.dataminer.points.application.activity.RequestReassessment;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.activity.ActivityReference;
import services.dataminer.points.ledger.activity.BlockedActivities;
import services.dataminer.points.ledger.activity.BlockedActivity;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.SaveOutcome;
import services.dataminer.points.ledger.directory.ShowItem;
import services.dataminer.points.ledger.directory.Shows;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Show;

/// Enters a show, and has assessed again what waited for it and what it concerns.
@Singleton
public class SaveShow {

  private final Shows shows;
  private final ShowMeetings meetings;
  private final BlockedActivities blocked;
  private final RequestReassessment reassessment;

  public SaveShow(
      Shows shows,
      ShowMeetings meetings,
      BlockedActivities blocked,
      RequestReassessment reassessment) {
    this.shows = shows;
    this.meetings = meetings;
    this.blocked = blocked;
    this.reassessment = reassessment;
  }

  /// As with members, a failure after the save loses nothing: what waits, and the show's meetings,
  /// are in the ledger, and the same call again sends all of them.
  ///
  /// @param eventTypes with which calendars book at its booth
  /// @throws services.dataminer.points.platform.outage.Unavailable if not all is on its queues
  public SaveOutcome save(Show show, List<Long> eventTypes, Editor editor) {
    SaveOutcome outcome = shows.save(show, eventTypes, editor);
    switch (outcome) {
      case SaveOutcome.Done _ -> reassess(show, eventTypes);
      case SaveOutcome.Refused _ -> {}
    }
    return outcome;
  }

  /// What saving a show would come to now. Nothing is saved.
  public SaveOutcome preview(Show show, List<Long> eventTypes) {
    return shows.check(show, eventTypes);
  }

  private void reassess(Show show, List<Long> eventTypes) {
    var missedIt = new ArrayList<>(blocked.forShowAt(new Booth.NamedShow(show.id())));
    eventTypes.forEach(type -> missedIt.addAll(blocked.forShowAt(new Booth.EventType(type))));
    reassessment.send(
        missedIt.stream().map(BlockedActivity::reference).toList(), ReassessmentScope.MISSING);
    if (shows.find(show.id()).filter(ShowItem::settled).isEmpty()) {
      reassessment.send(meetingsOf(show), ReassessmentScope.VENUE);
    }
  }

  /// Also those that no longer are on one of its days, or under one of its event types.
  private List<ActivityReference> meetingsOf(Show show) {
    return meetings.all(show.id()).stream()
        .map(
            meeting -> new ActivityReference(meeting.activityId(), ActivityKind.EXHIBITION_MEETING))
        .toList();
  }
}
