package services.dataminer.points.ledger.activity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import services.dataminer.points.ledger.activity.Posted.Granted;
import services.dataminer.points.ledger.activity.StoredDecision.StoredAward;
import services.dataminer.points.ledger.activity.StoredDecision.StoredShare;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.Fact;
import services.dataminer.points.program.activity.Pseudonym;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The items in which an activity is kept: one, or, of many people, a head and a side for every
/// hundred of them, each far below what an item may hold. Sides have no version of their own: they
/// are written under the head's.
final class ActivityItems {

  /// How many people are kept in one item.
  static final int PEOPLE_EACH = 100;

  private ActivityItems() {}

  /// A head, as kept: not readable as an activity by itself, so that nobody takes it for one.
  ///
  /// @param version the activity's, whatever the one within says: whoever corrects an entry counts
  ///   here
  private record Head(long version, int sides, ActivityRecord activity) {}

  /// Some of the people, with all that is kept of each.
  private record Chunk(
      SortedMap<Pseudonym, Participant> people,
      List<StoredShare> shares,
      SortedMap<String, Granted> granted,
      SortedSet<String> pointers) {}

  /// How many sides an activity has, and so how many items a transaction may write for it besides
  /// its head.
  static int sides(ActivityRecord record) {
    int people = record.people().size();
    return people <= PEOPLE_EACH ? 0 : Math.ceilDiv(people, PEOPLE_EACH);
  }

  /// The keys of the sides of an item read; none where it is whole.
  static List<Key> sideKeys(Map<String, AttributeValue> item) {
    int sides = item.containsKey("sides") ? Integer.parseInt(item.get("sides").n()) : 0;
    return IntStream.range(0, sides)
        .mapToObj(number -> new Key(item.get("pk").s(), Keys.side(number)))
        .toList();
  }

  /// Reads an activity.
  ///
  /// @param sides at least those of [#sideKeys]
  static ActivityRecord read(
      Map<String, AttributeValue> item, Map<Key, Map<String, AttributeValue>> sides) {
    List<Key> keys = sideKeys(item);
    if (keys.isEmpty()) {
      return Document.read(item, ActivityRecord.class);
    }
    Head head = Document.read(item, Head.class);
    ActivityRecord joined =
        new Kept(
                head.activity(),
                keys.stream().map(key -> Document.read(sides.get(key), Chunk.class)).toList())
            .joined();
    return joined.withPosted(head.version(), joined.posted());
  }

  /// Writes an activity: its item, and those of its sides that changed.
  ///
  /// @param stored the activity as it is in the table
  static void write(Transaction transaction, ActivityRecord stored, ActivityRecord next) {
    List<Chunk> before = Kept.of(stored).sides();
    Kept after = Kept.of(next);
    List<Chunk> sides = after.sides();
    Map<String, AttributeValue> item =
        Document.of(
            sides.isEmpty() ? next : new Head(next.version(), sides.size(), after.activity()));
    item.putAll(due(next));
    item.putAll(Expiry.attributes(Expiry.of(next)));
    Key key = Keys.activity(next.id());
    transaction.put(key, item, Condition.version(stored.version()));
    for (int i = 0; i < sides.size(); i++) {
      if (i >= before.size() || !before.get(i).equals(sides.get(i))) {
        transaction.put(new Key(key.pk(), Keys.side(i)), Document.of(sides.get(i)), Condition.NONE);
      }
    }
  }

  /// An activity as its own item has it: without what its sides hold.
  static ActivityRecord readHead(Map<String, AttributeValue> item) {
    return sideKeys(item).isEmpty()
        ? Document.read(item, ActivityRecord.class)
        : Document.read(item, Head.class).activity();
  }

  /// Waiting for its end: the sweep finds it when the booked end has passed. Or for a person: where
  /// it was refused, or a share waits for a sign-up.
  private static Map<String, AttributeValue> due(ActivityRecord record) {
    String id = record.id().value();
    return record
        .decision()
        .flatMap(
            decision ->
                switch (decision.state()) {
                  case BOOKED ->
                      record.meeting().booking().map(booking -> Due.END.at(id, booking.endsAt()));
                  case REFUSED ->
                      record.facts().stream()
                          .map(Fact::at)
                          .max(Comparator.naturalOrder())
                          .map(at -> Due.REFUSED.at(id, at));
                  case GRANTED ->
                      decision
                          .award()
                          .filter(_ -> !record.unclaimed().isEmpty())
                          .map(award -> Due.UNCLAIMED.at(id, award.at()));
                  case AWAITING_SHOW, WAITING, CANCELLED, RETRACTED -> Optional.empty();
                })
        .orElse(Map.of());
  }

  /// An activity as it is divided among items.
  ///
  /// @param activity what its sides do not have
  private record Kept(ActivityRecord activity, List<Chunk> sides) {

    static Kept of(ActivityRecord record) {
      var shares = new LinkedHashMap<String, StoredShare>();
      shares(record).forEach(share -> shares.put(share.ref(), share));
      var granted = new TreeMap<>(record.granted());
      var pointers = new TreeSet<>(record.pointers());
      var people = new ArrayDeque<>(record.people().entrySet());
      var sides = new ArrayList<Chunk>();
      while (sides.size() < ActivityItems.sides(record)) {
        var side = new Chunk(new TreeMap<>(), new ArrayList<>(), new TreeMap<>(), new TreeSet<>());
        for (int n = 0; n < PEOPLE_EACH && !people.isEmpty(); n++) {
          Pseudonym pseudonym = people.getFirst().getKey();
          Participant person = people.removeFirst().getValue();
          String ref = person.person(pseudonym).ref();
          side.people().put(pseudonym, person);
          Optional.ofNullable(shares.remove(ref)).ifPresent(side.shares()::add);
          Optional.ofNullable(granted.remove(ref)).ifPresent(g -> side.granted().put(ref, g));
          person.memberId().filter(pointers::remove).ifPresent(side.pointers()::add);
        }
        sides.add(side);
      }
      return sides.isEmpty()
          ? new Kept(record, sides)
          : new Kept(
              with(record, new TreeMap<>(), List.copyOf(shares.values()), granted, pointers),
              sides);
    }

    ActivityRecord joined() {
      var people = new TreeMap<>(activity.people());
      var shares = new ArrayList<>(shares(activity));
      var granted = new TreeMap<>(activity.granted());
      var pointers = new TreeSet<>(activity.pointers());
      for (Chunk side : sides) {
        people.putAll(side.people());
        shares.addAll(side.shares());
        granted.putAll(side.granted());
        pointers.addAll(side.pointers());
      }
      shares.sort(Comparator.comparing(StoredShare::ref));
      return with(activity, people, shares, granted, pointers);
    }
  }

  private static List<StoredShare> shares(ActivityRecord record) {
    return record
        .decision()
        .flatMap(StoredDecision::award)
        .map(StoredAward::shares)
        .orElse(List.of());
  }

  private static ActivityRecord with(
      ActivityRecord record,
      SortedMap<Pseudonym, Participant> people,
      List<StoredShare> shares,
      SortedMap<String, Granted> granted,
      SortedSet<String> pointers) {
    return new ActivityRecord(
        record.id(),
        record.kind(),
        record.version(),
        record.known().withFacts(record.facts(), people),
        record
            .decided()
            .with(record.decision().map(decision -> decision.with(shares)), record.partnerId()),
        new Posted(record.earned(), granted, pointers, record.waiting()));
  }
}
