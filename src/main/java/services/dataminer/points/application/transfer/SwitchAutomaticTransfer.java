package services.dataminer.points.application.transfer;

import jakarta.inject.Singleton;
import java.util.Optional;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;

/// Switches on or off that all of a member's points go to DOJO every night. Switched on, the next
/// night takes what is transferable already.
@Singleton
public class SwitchAutomaticTransfer {

  private final Members members;

  public SwitchAutomaticTransfer(Members members) {
    this.members = members;
  }

  /// @return the member from then on; empty if there is none, or the person was erased
  public Optional<Member> switchTo(String memberId, boolean on, Editor editor) {
    return members.autoTransfer(memberId, on, editor);
  }
}
