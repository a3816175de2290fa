package services.dataminer.points.application.directory;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import services.dataminer.points.application.activity.RequestReassessment;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.activity.ActivityReference;
import services.dataminer.points.ledger.activity.BlockedActivities;
import services.dataminer.points.ledger.activity.BlockedActivity;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.directory.SaveOutcome;

/// Enters a member, and has assessed again what waited for the addresses and accounts.
@Singleton
public class SaveMember {

  private final Members members;
  private final Directory directory;
  private final BlockedActivities blocked;
  private final RequestReassessment reassessment;

  public SaveMember(
      Members members,
      Directory directory,
      BlockedActivities blocked,
      RequestReassessment reassessment) {
    this.members = members;
    this.directory = directory;
    this.blocked = blocked;
    this.reassessment = reassessment;
  }

  /// The save comes first: whatever begins to wait does so under the condition that the address is
  /// still nobody's, so after the save nothing can begin to wait unseen. If the sending then fails,
  /// or ends half-way, nothing is lost: what waits stays in the ledger until it is assessed, and
  /// the same call again finds it there, and sends all of it.
  ///
  /// @throws services.dataminer.points.platform.outage.Unavailable if not all is on its queues
  public SaveOutcome save(Member member, Editor editor) {
    SaveOutcome outcome = members.save(member, editor);
    switch (outcome) {
      case SaveOutcome.Done done ->
          reassessment.send(concerned(member, done.redated()), ReassessmentScope.MISSING);
      case SaveOutcome.Refused _ -> {}
    }
    return outcome;
  }

  /// What saving a member would come to now. Nothing is saved.
  public SaveOutcome preview(Member member) {
    return members.check(member);
  }

  private List<ActivityReference> concerned(Member member, boolean redated) {
    var concerned = new ArrayList<ActivityReference>();
    member.identities().stream()
        .flatMap(named -> blocked.forMember(directory.pseudonym(named.identity())).stream())
        .map(BlockedActivity::reference)
        .forEach(concerned::add);
    if (redated) {
      concerned.addAll(blocked.pointedAtBy(member.id()));
    }
    return concerned;
  }
}
