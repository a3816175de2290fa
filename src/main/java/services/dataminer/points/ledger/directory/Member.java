package services.dataminer.points.ledger.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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

  /// Every way in which a sender may name this person, as IRIs, each with the field it stands in.
  public List<Named> identities() {
    var named = new ArrayList<Named>();
    for (int i = 0; i < emails.size(); i++) {
      Address mail = new Address("mailto:" + emails.get(i));
      named.add(new Named("emails[" + i + "]", mail));
      named.add(new Named("emails[" + i + "]", sha1(mail)));
    }
    for (int i = 0; i < accounts.size(); i++) {
      Account account = accounts.get(i);
      named.add(
          new Named(
              "accounts[" + i + "]",
              new Address("account:" + account.homePage() + "|" + account.name())));
    }
    for (int i = 0; i < openIds.size(); i++) {
      named.add(new Named("openIds[" + i + "]", new Address("openid:" + openIds.get(i))));
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

  /// How a sender names someone whose address it does not tell: by the SHA-1 of the address's IRI.
  private static Address sha1(Address mail) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(mail.value().getBytes(StandardCharsets.UTF_8));
      return new Address("sha1:" + HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  /// An identity and the field that gives it.
  public record Named(String field, Address identity) {}
}
