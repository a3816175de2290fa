package services.dataminer.points.ledger.directory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.Pseudonym;

/// The addresses and accounts of members, by pseudonym: whose each is, was, or may not be kept.
public final class Identities {

  private final Table table;
  private final Directory directory;

  public Identities(Table table, Directory directory) {
    this.table = table;
    this.directory = directory;
  }

  /// Those of a member, in the order of the profile.
  List<Pseudonym> of(Member member) {
    return member.identities().stream()
        .map(named -> directory.pseudonym(named.identity()))
        .toList();
  }

  /// Those that a member has or had.
  SortedSet<Pseudonym> ever(MemberItem item) {
    var all = new TreeSet<>(item.earlier());
    all.addAll(of(item.member()));
    return all;
  }

  /// Those among some that no one but a member has.
  Set<Pseudonym> notOfOthers(Collection<Pseudonym> pseudonyms, String memberId) {
    var items = table.read(pseudonyms.stream().map(Keys::identity).toList());
    return pseudonyms.stream()
        .filter(
            pseudonym ->
                Directory.member(pseudonym, items)
                    .filter(owner -> !owner.memberId().equals(memberId))
                    .isEmpty())
        .collect(Collectors.toSet());
  }

  /// Adds to a transaction what a changed profile changes: all identities are the member's, those
  /// left out are free, and an erased person's are marked.
  ///
  /// @param pseudonyms of the profile as it will be
  /// @param before the profile as stored
  void write(
      Transaction transaction,
      MemberItem next,
      Set<Pseudonym> pseudonyms,
      Optional<Member> before) {
    Member member = next.member();
    var item = IdentityItem.of(member);
    pseudonyms.forEach(
        pseudonym ->
            transaction.put(
                Keys.identity(pseudonym),
                item,
                Condition.absentOr(IdentityItem.MEMBER_ID, member.id())));
    var left = new HashSet<Pseudonym>();
    before.ifPresent(was -> left.addAll(of(was)));
    left.removeAll(pseudonyms);
    left.forEach(pseudonym -> free(transaction, Keys.identity(pseudonym), next.erased()));
  }

  private static void free(Transaction transaction, Key identity, boolean erased) {
    if (erased) {
      transaction.put(identity, IdentityItem.OF_AN_ERASED_PERSON, Condition.NONE);
    } else {
      transaction.delete(identity);
    }
  }

  /// Marks identities as an erased person's, unless they are a member's.
  public void markErased(Collection<Pseudonym> pseudonyms) {
    for (Pseudonym pseudonym : pseudonyms) {
      var change = new Change().onlyIf(IdentityItem.NOBODYS);
      IdentityItem.OF_AN_ERASED_PERSON.forEach(change::set);
      table.change(Keys.identity(pseudonym), change);
    }
  }
}
