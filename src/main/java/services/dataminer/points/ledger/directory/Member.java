package services.dataminer.points.ledger.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.program.activity.Address;

/// A person signed up to the DevOps Professional Program.
///
/// @param id opaque; the same wherever people sign in
/// @param emails lower case; the first is the one for letters
/// @param accounts at learning management systems
/// @param openIds OpenID identifiers (IRIs)
/// @param partnerId the partner whose person this is
/// @param signedUpOn where membership years begin
/// @param autoTransfer whether all points go to DOJO every night
public record Member(
    String id,
    String name,
    List<String> emails,
    List<Account> accounts,
    List<String> openIds,
    Optional<String> partnerId,
    LocalDate signedUpOn,
    boolean autoTransfer) {

  /// An account at a system that has accounts.
  ///
  /// @param homePage the system's IRI
  /// @param name the account's name there
  public record Account(String homePage, String name) {}

  public Member {
    emails = List.copyOf(emails);
    accounts = List.copyOf(accounts);
    openIds = List.copyOf(openIds);
  }

  /// Every way in which a sender may name this person, as IRIs, in the order of the profile.
  public List<Named> identities() {
    var named = new ArrayList<Named>();
    for (int i = 0; i < emails.size(); i++) {
      Address mail = new Address("mailto:" + emails.get(i));
      named.add(new Named(By.EMAIL, i, mail));
      named.add(new Named(By.EMAIL, i, sha1(mail)));
    }
    for (int i = 0; i < accounts.size(); i++) {
      Account account = accounts.get(i);
      named.add(
          new Named(
              By.ACCOUNT, i, new Address("account:" + account.homePage() + "|" + account.name())));
    }
    for (int i = 0; i < openIds.size(); i++) {
      named.add(new Named(By.OPEN_ID, i, new Address("openid:" + openIds.get(i))));
    }
    return named;
  }

  /// What is left of this member when the person is erased: the date by which the sums count.
  Member erased() {
    return new Member(id, "", List.of(), List.of(), List.of(), Optional.empty(), signedUpOn, false);
  }

  /// This member, transferring automatically or not.
  public Member withAutoTransfer(boolean on) {
    return new Member(id, name, emails, accounts, openIds, partnerId, signedUpOn, on);
  }

  /// How a sender identifies someone whose address it does not reveal: by the SHA-1 of the
  /// address's IRI.
  private static Address sha1(Address mail) {
    return new Address("sha1:" + Hashes.sha1Hex(mail.value()));
  }

  /// By what a sender names someone.
  public enum By {
    EMAIL,
    ACCOUNT,
    OPEN_ID
  }

  /// An identity and what of the profile gives it.
  ///
  /// @param position of that among all that it is one of, from 0
  public record Named(By by, int position, Address identity) {}
}
