package services.dataminer.points.ledger.reconciliation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import services.dataminer.points.ledger.directory.MemberLists;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Table;

/// Goes through all members in thirty nights, whatever changed. A cursor in the table says how far
/// the nights got: a night that stopped is gone on with, one that was left out delays the others,
/// and one that is run twice, or at the same time as itself, advances nothing twice.
@Singleton
public class Roster {

  static final Key CURSOR = new Key("ROSTER", "CURSOR");

  /// Ten times as many as are worked on at once: a page begins only when the slowest member of the
  /// one before is done.
  private static final int PAGE = 240;

  private final Table table;
  private final MemberLists lists;
  private final int pageSize;

  @Inject
  public Roster(Table table, MemberLists lists) {
    this(table, lists, PAGE);
  }

  Roster(Table table, MemberLists lists, int pageSize) {
    this.table = table;
    this.lists = lists;
    this.pageSize = pageSize;
  }

  /// Hands over the night's part of the members, page by page.
  ///
  /// @param page works on a page, and says whether there was time for all of it; if not, it is
  ///   handed over again the next time
  /// @return whether nothing of the night's part is left
  public boolean ofNight(LocalDate night, Predicate<List<String>> page) {
    RosterCursor cursor = read();
    while (cursor.concerns(night)) {
      RosterCursor current = cursor.at(night, MemberLists.PARTS);
      List<String> members = lists.page(current.part(), current.after(), pageSize);
      if (!members.isEmpty() && !page.test(members)) {
        return false;
      }
      RosterCursor next = members.isEmpty() ? current.through() : current.past(members.getLast());
      if (!write(cursor, next)) {
        // Another run of the night works on the same part, and goes on with it.
        return true;
      }
      cursor = next;
    }
    return true;
  }

  /// Hands over all members, page by page.
  ///
  /// @return whether there was time for all
  public boolean ofEveryone(Predicate<List<String>> page) {
    for (int part = 0; part < MemberLists.PARTS; part++) {
      List<String> members = lists.page(part, Optional.empty(), pageSize);
      while (!members.isEmpty()) {
        if (!page.test(members)) {
          return false;
        }
        members = lists.page(part, Optional.of(members.getLast()), pageSize);
      }
    }
    return true;
  }

  private RosterCursor read() {
    return Optional.ofNullable(table.read(List.of(CURSOR)).get(CURSOR))
        .map(item -> Document.read(item, RosterCursor.class))
        .orElseGet(RosterCursor::none);
  }

  private boolean write(RosterCursor before, RosterCursor next) {
    try {
      table.write(
          table.transaction().put(CURSOR, Document.of(next), Condition.version(before.version())));
      return true;
    } catch (Conflict _) {
      return false;
    }
  }
}
