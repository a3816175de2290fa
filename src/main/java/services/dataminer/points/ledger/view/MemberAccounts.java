package services.dataminer.points.ledger.view;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.ledger.activity.Participation;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;

/// Finds what a member's page shows, in five reads: the profile with the balance; the entries of
/// the year; the pointers to activities without an entry; these activities; where they are meetings
/// of shows. One more for each further hundred activities.
@Singleton
public class MemberAccounts {

  private final Table table;
  private final Entries entries;
  private final MemberActivities pointers;
  private final ActivityViews views;

  public MemberAccounts(
      Table table, Entries entries, MemberActivities pointers, ActivityViews views) {
    this.table = table;
    this.entries = entries;
    this.pointers = pointers;
    this.views = views;
  }

  /// Someone signed up, with the balance.
  public record Holder(Member member, Balance balance) {}

  public Optional<Holder> holder(String memberId) {
    var balance = Keys.balance(memberId);
    var items = table.read(List.of(Keys.member(memberId), balance));
    return Members.among(items, memberId)
        .map(member -> new Holder(member, Balance.of(items.get(balance))));
  }

  /// Those of these members that there are, also the erased, with their balances: one batch read
  /// for fifty.
  public List<Holder> holders(Collection<String> memberIds) {
    var items =
        table.read(
            memberIds.stream()
                .flatMap(id -> Stream.of(Keys.member(id), Keys.balance(id)))
                .toList());
    return memberIds.stream()
        .flatMap(
            id ->
                Members.among(items, id).stream()
                    .map(member -> new Holder(member, Balance.of(items.get(Keys.balance(id))))))
        .toList();
  }

  /// What a member has of certain days, and all that is on its way.
  public MemberAccount read(String memberId, Entries.Days days) {
    List<Entry> ofDays = entries.all(memberId, days);
    var ids = new LinkedHashSet<ActivityId>();
    ofDays.stream()
        .filter(entry -> entry.kind() == EntryKind.REVERSAL)
        .forEach(entry -> ids.add(entry.activityId()));
    for (Participation part : pointers.withoutEntry(memberId)) {
      ids.add(part.activityId());
      part.showId()
          .flatMap(show -> part.partnerId().map(partner -> ActivityId.show(show, partner)))
          .ifPresent(ids::add);
    }
    return new MemberAccount(memberId, ofDays, views.of(ids));
  }
}
