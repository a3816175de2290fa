package services.dataminer.points.ledger.directory;

/// What became of entering something into the directory.
public sealed interface SaveOutcome {

  /// It stands as sent.
  ///
  /// @param created whether it is new
  /// @param redated whether a member's sign-up has another date than it once had, which moves what
  ///   is not granted yet
  record Done(boolean created, boolean redated) implements SaveOutcome {}

  /// Nothing was entered: something else stands in the way.
  sealed interface Refused extends SaveOutcome {}

  /// The id is that of a member who was erased.
  record IdOfErasedMember() implements Refused {}

  /// An address or account is another member's.
  ///
  /// @param identity the first one that is
  /// @param memberId whose it is
  record IdentityOfAnotherMember(Member.Named identity, String memberId) implements Refused {}

  /// There is no partner of that id.
  record UnknownPartner() implements Refused {}

  /// The sign-up date of a member cannot change: the entries count by it.
  record SignUpFixed() implements Refused {}

  /// An e-mail domain is one of Skyline's.
  ///
  /// @param position of the first one that is, among those sent, from 0
  record DomainOfSkyline(int position) implements Refused {}

  /// An e-mail domain is another partner's.
  ///
  /// @param position of the first one that is, among those sent, from 0
  /// @param partnerId whose it is
  record DomainOfAnotherPartner(int position, String partnerId) implements Refused {}

  /// The days of a show cannot change: it is settled.
  record ShowSettled() implements Refused {}

  /// An event type books for another show on one of the days.
  ///
  /// @param position of the first one that does, among those sent, from 0
  /// @param showId the other show
  record EventTypeOfAnotherShow(int position, String showId) implements Refused {}
}
