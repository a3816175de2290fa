package services.dataminer.points.ledger.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
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

/// The items in which an activity is kept: one, or, of many people, a head and a chunk for every
/// hundred of them, each far below what an item may hold. Chunks have no version of their own: they
/// are written under the head's.
final class ActivityItems {

  /// How many people are kept in one item.
  static final int PEOPLE_EACH = 100;

  /// The attribute of a head that says how many chunks there are.
  private static final String CHUNKS = "sides";

  private ActivityItems() {}

  /// A head, as kept: not readable as an activity by itself, so that nobody takes it for one.
  ///
  /// @param version the activity's, whatever the one within says: whoever corrects an entry counts
  ///   here
  private record Head(long version, @JsonProperty(CHUNKS) int chunks, ActivityRecord activity) {}

  /// Some of the people, with all that is kept of each.
  private record Chunk(
      SortedMap<Pseudonym, Participant> people,
      List<StoredShare> shares,
      SortedMap<String, Granted> granted,
      SortedSet<String> pointers) {}

  /// How many chunks an activity has, and so how many items a transaction may write for it besides
  /// its head.
  static int chunks(ActivityRecord record) {
    int people = record.people().size();
    return people <= PEOPLE_EACH ? 0 : Math.ceilDiv(people, PEOPLE_EACH);
  }

  /// The keys of the chunks of an item read; none where it is whole.
  static List<Key> chunkKeys(Map<String, AttributeValue> item) {
    int chunks = item.containsKey(CHUNKS) ? Integer.parseInt(item.get(CHUNKS).n()) : 0;
    return IntStream.range(0, chunks)
        .mapToObj(number -> new Key(item.get("pk").s(), Keys.chunk(number)))
        .toList();
  }

  /// Reads an activity.
  ///
  /// @param chunks at least those of [#chunkKeys]
  static ActivityRecord read(
      Map<String, AttributeValue> item, Map<Key, Map<String, AttributeValue>> chunks) {
    List<Key> keys = chunkKeys(item);
    if (keys.isEmpty()) {
      return Document.read(item, ActivityRecord.class);
    }
    Head head = Document.read(item, Head.class);
    ActivityRecord joined =
        new Kept(
                head.activity(),
                keys.stream().map(key -> Document.read(chunks.get(key), Chunk.class)).toList())
            .joined();
    return joined.withPosted(head.version(), joined.posted());
  }

  /// Writes an activity: its item, and those of its chunks that changed.
  ///
  /// @param stored the activity as it is in the table
  static void write(Transaction transaction, ActivityRecord stored, ActivityRecord next) {
    List<Chunk> before = Kept.of(stored).chunks();
    Kept after = Kept.of(next);
    List<Chunk> chunks = after.chunks();
    Map<String, AttributeValue> item =
        Document.of(
            chunks.isEmpty() ? next : new Head(next.version(), chunks.size(), after.activity()));
    item.putAll(due(next));
    item.putAll(Expiry.attributes(Expiry.of(next)));
    Key key = Keys.activity(next.id());
    transaction.put(key, item, Condition.version(stored.version()));
    for (int i = 0; i < chunks.size(); i++) {
      if (i >= before.size() || !before.get(i).equals(chunks.get(i))) {
        transaction.put(
            new Key(key.pk(), Keys.chunk(i)), Document.of(chunks.get(i)), Condition.NONE);
      }
    }
  }

  /// An activity as its own item has it: without what its chunks hold.
  static ActivityRecord readHead(Map<String, AttributeValue> item) {
    return chunkKeys(item).isEmpty()
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
  /// @param activity what its chunks do not have
  private record Kept(ActivityRecord activity, List<Chunk> chunks) {

    static Kept of(ActivityRecord record) {
      var shares = new LinkedHashMap<String, StoredShare>();
      shares(record).forEach(share -> shares.put(share.ref(), share));
      var granted = new TreeMap<>(record.granted());
      var pointers = new TreeSet<>(record.pointers());
      var people = new ArrayDeque<>(record.people().entrySet());
      var chunks = new ArrayList<Chunk>();
      while (chunks.size() < ActivityItems.chunks(record)) {
        var chunk = new Chunk(new TreeMap<>(), new ArrayList<>(), new TreeMap<>(), new TreeSet<>());
        for (int n = 0; n < PEOPLE_EACH && !people.isEmpty(); n++) {
          Pseudonym pseudonym = people.getFirst().getKey();
          Participant person = people.removeFirst().getValue();
          String ref = person.person(pseudonym).ref();
          chunk.people().put(pseudonym, person);
          Optional.ofNullable(shares.remove(ref)).ifPresent(chunk.shares()::add);
          Optional.ofNullable(granted.remove(ref)).ifPresent(g -> chunk.granted().put(ref, g));
          person.memberId().filter(pointers::remove).ifPresent(chunk.pointers()::add);
        }
        chunks.add(chunk);
      }
      return chunks.isEmpty()
          ? new Kept(record, chunks)
          : new Kept(
              with(record, new TreeMap<>(), List.copyOf(shares.values()), granted, pointers),
              chunks);
    }

    ActivityRecord joined() {
      var people = new TreeMap<>(activity.people());
      var shares = new ArrayList<>(shares(activity));
      var granted = new TreeMap<>(activity.granted());
      var pointers = new TreeSet<>(activity.pointers());
      for (Chunk chunk : chunks) {
        people.putAll(chunk.people());
        shares.addAll(chunk.shares());
        granted.putAll(chunk.granted());
        pointers.addAll(chunk.pointers());
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
