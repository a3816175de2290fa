package services.dataminer.points.ledger.directory;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.Pseudonym;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The members, and whose each address and account is.
@Singleton
public class Members {

  private final Table table;
  private final Identities identities;

  public Members(Table table, Directory directory) {
    this.table = table;
    this.identities = new Identities(table, directory);
  }

  /// Holds as long as a profile is that of someone who was not erased.
  public static final Condition NOT_ERASED =
      new Condition(
          "#erased = :false",
          Map.of("#erased", "erased"),
          Map.of(":false", AttributeValue.fromBool(false)));

  public Optional<Member> find(String memberId) {
    return stored(memberId).filter(item -> !item.erased()).map(MemberItem::member);
  }

  /// Those of these ids that are members', erased ones not among them.
  public Set<String> known(Collection<String> memberIds) {
    var items = table.read(memberIds.stream().map(Keys::member).toList());
    return memberIds.stream().filter(id -> isSignedUp(items, id)).collect(Collectors.toSet());
  }

  /// The pseudonyms of all that a member, erased or not, is or was named by, but for those that are
  /// someone else's by now.
  ///
  /// @return empty if there never was such a member
  public Optional<Set<Pseudonym>> pseudonyms(String memberId) {
    return stored(memberId).map(item -> identities.notOfOthers(identities.ever(item), memberId));
  }

  private Optional<MemberItem> stored(String memberId) {
    return in(table.read(List.of(Keys.member(memberId))), memberId);
  }

  /// Leaves nothing of a member's profile but the date by which the sums count, and pseudonyms. The
  /// id is not given to anyone else; the addresses are free, and marked as an erased person's.
  ///
  /// @param needed whether something still needs the addresses. It is asked after the balance was
  ///   read, which counts the erasure: whoever reserves points after that changes the balance, and
  ///   it is asked again
  /// @return false if the addresses are needed; nothing was erased then
  public boolean erase(String memberId, BooleanSupplier needed, Editor editor) {
    return table.retryOnConflict(
        () -> {
          Key key = Keys.balance(memberId);
          var balance = table.read(List.of(key)).getOrDefault(key, Map.of());
          if (needed.getAsBoolean()) {
            return false;
          }
          erase(memberId, balance, editor);
          return true;
        });
  }

  private void erase(String memberId, Map<String, AttributeValue> balance, Editor editor) {
    MemberItem stored = stored(memberId).orElseThrow();
    if (stored.erased()) {
      return;
    }
    var item =
        new MemberItem(
            stored.version() + 1,
            stored.member().erased(),
            stored.redated(),
            true,
            identities.ever(stored));
    Transaction transaction = writing(item, Set.of(), Optional.of(stored), false, editor);
    transaction.update(
        Keys.balance(memberId),
        Balance.erased(memberId).onlyIf(Condition.asRead(balance, "version")));
    transaction.delete(Keys.links(memberId));
    table.write(transaction);
  }

  /// Marks identities as an erased person's, unless they are a member's.
  public void markErased(Collection<Pseudonym> pseudonyms) {
    identities.markErased(pseudonyms);
  }

  /// A member among items read or, of one who was erased, what is left.
  public static Optional<Member> among(
      Map<Key, Map<String, AttributeValue>> items, String memberId) {
    return in(items, memberId).map(MemberItem::member);
  }

  /// Whether there is a member among items read, who was not erased.
  public static boolean isSignedUp(Map<Key, Map<String, AttributeValue>> items, String memberId) {
    return in(items, memberId).filter(item -> !item.erased()).isPresent();
  }

  static Optional<MemberItem> in(Map<Key, Map<String, AttributeValue>> items, String memberId) {
    return Optional.ofNullable(items.get(Keys.member(memberId)))
        .map(item -> Document.read(item, MemberItem.class));
  }

  /// Enters a member as sent. Addresses left out are free for others; what was earned under them
  /// stays.
  public SaveOutcome save(Member member, Editor editor) {
    return table.retryOnConflict(() -> attempt(member, editor));
  }

  /// What [#save] would say of a member now. Nothing is written.
  public SaveOutcome check(Member member) {
    return MemberEntry.read(member, table, identities).outcome();
  }

  private SaveOutcome attempt(Member member, Editor editor) {
    MemberEntry entry = MemberEntry.read(member, table, identities);
    SaveOutcome outcome = entry.outcome();
    Optional<MemberItem> stored = entry.stored();
    if (outcome instanceof SaveOutcome.Done && !entry.isStored()) {
      long version = stored.map(MemberItem::version).orElse(0L) + 1;
      var earlier = stored.map(identities::ever).orElseGet(TreeSet::new);
      var pseudonyms = Set.copyOf(identities.of(entry.next()));
      earlier.removeAll(pseudonyms);
      var next = new MemberItem(version, entry.next(), entry.everRedated(), false, earlier);
      boolean balanced = isBalanced(entry.items(), member.id());
      table.write(writing(next, pseudonyms, stored, balanced, editor));
    }
    return outcome;
  }

  static boolean redated(Member member, Optional<MemberItem> stored) {
    return stored.filter(was -> !was.member().signedUpOn().equals(member.signedUpOn())).isPresent();
  }

  static boolean isBalanced(Map<Key, Map<String, AttributeValue>> items, String memberId) {
    return Balance.of(items.get(Keys.balance(memberId))).isWritten();
  }

  private Transaction writing(
      MemberItem next,
      Set<Pseudonym> pseudonyms,
      Optional<MemberItem> stored,
      boolean balanced,
      Editor editor) {
    Member member = next.member();
    var transaction = table.transaction();
    writeProfile(transaction, next, stored, balanced, editor);
    if (redated(member, stored)) {
      transaction.update(Keys.balance(member.id()), Balance.redated(member.signedUpOn()));
    }
    identities.write(transaction, next, pseudonyms, stored.map(MemberItem::member));
    return transaction;
  }

  /// Writes the profile and what follows from it but the identities.
  private static void writeProfile(
      Transaction transaction,
      MemberItem next,
      Optional<MemberItem> stored,
      boolean balanced,
      Editor editor) {
    Member member = next.member();
    transaction.put(
        Keys.member(member.id()), editor.sign(next), Condition.version(next.version() - 1));
    MemberLists.write(transaction, stored.map(MemberItem::member), member);
    boolean switchedOn =
        member.autoTransfer() && stored.filter(was -> !was.member().autoTransfer()).isPresent();
    if (switchedOn && balanced) {
      // What is transferable already goes the next night, so the night must find it.
      transaction.update(Keys.balance(member.id()), Balance.touched(member.id(), new Change()));
    }
  }

  /// Switches a member's automatic transfer on or off.
  ///
  /// @return the member as stored then; empty if there is none, or the person was erased
  public Optional<Member> autoTransfer(String memberId, boolean on, Editor editor) {
    return table.retryOnConflict(() -> switchTo(memberId, on, editor));
  }

  private Optional<Member> switchTo(String memberId, boolean on, Editor editor) {
    var items = table.read(List.of(Keys.member(memberId), Keys.balance(memberId)));
    Optional<MemberItem> stored = in(items, memberId).filter(item -> !item.erased());
    stored
        .filter(item -> item.member().autoTransfer() != on)
        .ifPresent(
            was -> {
              var next =
                  new MemberItem(
                      was.version() + 1,
                      was.member().withAutoTransfer(on),
                      was.redated(),
                      was.erased(),
                      was.earlier());
              boolean balanced = isBalanced(items, memberId);
              var transaction = table.transaction();
              writeProfile(transaction, next, stored, balanced, editor);
              table.write(transaction);
            });
    return stored.map(item -> item.member().withAutoTransfer(on));
  }
}
