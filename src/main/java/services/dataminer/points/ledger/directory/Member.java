package services.dataminer.points.ledger.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.address.MailAddress;

/// A person signed up to the DevOps Professional Program.
///
/// @param id opaque; the same wherever people sign in
/// @param emails lower case; the first is the one for letters
/// @param accounts at learning management systems
/// @param openIds OpenID identifiers (IRIs)
/// @param partnerId the partner whose person this is
/// @param signedUpOn where membership years begin
/// @param autoTransfer whether all points go to DOJO every night
/// @param spelledHashes by address, the hash by which a sender identifies it that has it in the
///   spelling in which it was entered, where that is another. Beyond [#MOST_IDENTITIES], the last
///   are left out
public record Member(
    String id,
    String name,
    List<String> emails,
    List<Account> accounts,
    List<String> openIds,
    Optional<String> partnerId,
    LocalDate signedUpOn,
    boolean autoTransfer,
    Map<String, String> spelledHashes) {

  /// All identities of a profile, and all of the one that it replaces, are written in one
  /// transaction of at most 100 items, and at most five others are.
  private static final int MOST_IDENTITIES = 47;

  private static final String MAILTO = "mailto:";

  /// An account at a system that has accounts.
  ///
  /// @param homePage the system's IRI
  /// @param name the account's name there
  public record Account(String homePage, String name) {}

  public Member {
    emails = List.copyOf(emails);
    accounts = List.copyOf(accounts);
    openIds = List.copyOf(openIds);
    // A profile that was stored before there were any has none.
    Map<String, String> hashes = spelledHashes == null ? Map.of() : spelledHashes;
    var kept = new HashMap<String, String>();
    emails.stream()
        .filter(hashes::containsKey)
        .limit(Math.max(0, MOST_IDENTITIES - 2 * emails.size() - accounts.size() - openIds.size()))
        .forEach(email -> kept.put(email, hashes.get(email)));
    spelledHashes = Map.copyOf(kept);
  }

  /// The [#spelledHashes] of addresses as they were entered.
  public static Map<String, String> hashesOf(Collection<String> asEntered) {
    var hashes = new HashMap<String, String>();
    for (String text : asEntered) {
      MailAddress.parse(text)
          .map(MailAddress::value)
          .filter(address -> !address.equals(text))
          .ifPresent(address -> hashes.put(address, Hashes.sha1Hex(MAILTO + text)));
    }
    return hashes;
  }

  /// This member, with the hashes of a profile for those addresses that have none here. Whoever
  /// reads a profile and sends it back sends all addresses in lower case.
  Member keepingHashesOf(Member before) {
    var hashes = new HashMap<>(before.spelledHashes);
    hashes.putAll(spelledHashes);
    return new Member(
        id, name, emails, accounts, openIds, partnerId, signedUpOn, autoTransfer, hashes);
  }

  /// Whether the [#spelledHashes] stay as they are when these addresses are entered again.
  public boolean hasSpellings(Collection<String> asEntered) {
    var entered =
        new Member(
            id,
            name,
            emails,
            accounts,
            openIds,
            partnerId,
            signedUpOn,
            autoTransfer,
            hashesOf(asEntered));
    return entered.keepingHashesOf(this).equals(this);
  }

  /// Every way in which a sender may name this person, as IRIs, in the order of the profile.
  public List<Named> identities() {
    var named = new ArrayList<Named>();
    for (int i = 0; i < emails.size(); i++) {
      String mail = MAILTO + emails.get(i);
      named.add(new Named(By.EMAIL, i, new Address(mail)));
      named.add(new Named(By.EMAIL, i, hashed(Hashes.sha1Hex(mail))));
      if (spelledHashes.containsKey(emails.get(i))) {
        named.add(new Named(By.EMAIL, i, hashed(spelledHashes.get(emails.get(i)))));
      }
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
    return new Member(
        id, "", List.of(), List.of(), List.of(), Optional.empty(), signedUpOn, false, Map.of());
  }

  /// This member, transferring automatically or not.
  public Member withAutoTransfer(boolean on) {
    return new Member(
        id, name, emails, accounts, openIds, partnerId, signedUpOn, on, spelledHashes);
  }

  /// How a sender identifies someone whose address it does not reveal: by the SHA-1 of the
  /// address's IRI.
  private static Address hashed(String sha1) {
    return new Address("sha1:" + sha1);
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
