package services.dataminer.points.ledger.show;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.LedgerWrite;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.page.Page;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.award.ActivityState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// The meetings kept with their shows. A meeting is written by its own activity, in the activity's
/// transaction; its settlement only marks how far it got.
@Singleton
public class ShowMeetings {

  private final Table table;

  public ShowMeetings(Table table) {
    this.table = table;
  }

  /// A partner's meetings at a show, all of them, as last written; also those that moved away.
  public List<ShowMeeting> of(Stand stand) {
    String partnerId = stand.partnerId();
    return table
        .beginningWith(Keys.meetingPartition(stand.showId(), partnerId), Keys.meetingsOf(partnerId))
        .stream()
        .map(item -> Document.read(item, ShowMeeting.class))
        .toList();
  }

  /// All meetings at a show, also those that are no one's award; without those that moved away.
  public List<ShowMeeting> all(String showId) {
    return Keys.meetingPartitions(showId).stream()
        .flatMap(partition -> table.beginningWith(partition, Keys.MEETING).stream())
        .map(item -> Document.read(item, ShowMeeting.class))
        .filter(meeting -> !meeting.moved())
        .toList();
  }

  /// A cursor of a show's meetings that was handed out as text.
  ///
  /// @return empty if it is none
  public static Optional<PageCursor> cursor(String text) {
    return Optional.of(text).filter(sk -> sk.startsWith(Keys.MEETING)).map(PageCursor::new);
  }

  /// One page of the meetings at a show, also of those that are no one's award, those of each
  /// partner together; without those that moved away.
  ///
  /// @param after the `next` of the page before
  /// @param limit how many meetings at the most
  public Page<ShowMeeting> page(String showId, Optional<PageCursor> after, int limit) {
    List<String> partitions = Keys.meetingPartitions(showId);
    int first =
        after
            .map(place -> Keys.meetingPartition(showId, Keys.partnerOf(place.text())))
            .map(partitions::indexOf)
            .orElse(0);
    var items = new ArrayList<Map<String, AttributeValue>>();
    // One more than requested shows whether another page follows.
    for (int i = first; i < partitions.size() && items.size() <= limit; i++) {
      QueryRequest.Builder query = meetingsIn(partitions.get(i));
      if (i == first) {
        after
            .map(place -> new Key(partitions.get(first), place.text()).attributes())
            .ifPresent(query::exclusiveStartKey);
      }
      items.addAll(table.first(limit + 1 - items.size(), query));
    }
    return Page.of(items, item -> Key.of(item).sk(), limit)
        .map(item -> Document.read(item, ShowMeeting.class));
  }

  private static QueryRequest.Builder meetingsIn(String partition) {
    return QueryRequest.builder()
        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
        .filterExpression("attribute_not_exists(moved) OR moved = :no")
        .expressionAttributeValues(
            Map.of(
                ":pk", AttributeValue.fromS(partition),
                ":prefix", AttributeValue.fromS(Keys.MEETING),
                ":no", AttributeValue.fromBool(false)));
  }

  /// What a decision changes for the shows concerned, usually one item.
  public static LedgerWrite changes(ActivityRecord before, ActivityRecord after) {
    return transaction -> addChanges(transaction, before, after);
  }

  private static void addChanges(
      Transaction transaction, ActivityRecord before, ActivityRecord after) {
    Optional<Key> keyBefore = key(before);
    Optional<Key> keyAfter = key(after);
    if (!keyAfter.equals(keyBefore)) {
      keyBefore.ifPresent(key -> addDeparture(transaction, key, before));
      keyAfter.ifPresent(key -> transaction.update(key, currentMeeting(after, counted(after))));
    } else if (!before.decision().equals(after.decision())
        || !before.people().equals(after.people())) {
      keyAfter.ifPresent(
          key -> transaction.update(key, currentMeeting(after, counted(after) || counted(before))));
    } else if (!times(before).equals(times(after))) {
      keyAfter.ifPresent(key -> transaction.update(key, changedTimes(after)));
    }
  }

  /// Where an activity is among the meetings of a show, if it is one.
  public static Optional<Key> key(ActivityRecord record) {
    return record
        .show()
        .map(show -> Keys.meeting(show.id(), ShowMeeting.keptPartner(record), record.id()));
  }

  /// A meeting that no longer belongs to this show and partner. A settlement may have paid it here,
  /// even if the meeting did not count any more when it moved, so it stays: it counts for nothing,
  /// and the next settlement reverses what was paid. Nothing is ever paid where no partner is.
  private static void addDeparture(Transaction transaction, Key key, ActivityRecord before) {
    if (before.partnerId().isEmpty()) {
      transaction.delete(key);
      return;
    }
    transaction.update(key, meetingChange(before, ShowMeeting.of(before).movedAway(), true));
  }

  private static Change currentMeeting(ActivityRecord record, boolean due) {
    return meetingChange(record, ShowMeeting.of(record), due);
  }

  private static Change meetingChange(ActivityRecord record, ShowMeeting meeting, boolean due) {
    var attributes = Document.of(meeting);
    attributes.remove("version");
    attributes.remove("settledVersion");
    if (due) {
      Show show = record.show().orElseThrow();
      attributes.putAll(Due.SETTLE.at(show.id() + meeting.partnerId(), show.closesAt()));
    }
    var change = new Change();
    attributes.forEach(change::set);
    return change.add("version", 1);
  }

  /// Nothing that counts: a meeting that was settled stays so.
  private static Change changedTimes(ActivityRecord record) {
    var attributes = Document.of(ShowMeeting.of(record));
    var change = new Change();
    List.of("startsAt", "endsAt").forEach(time -> change.set(time, attributes.get(time)));
    return change;
  }

  private static List<Instant> times(ActivityRecord record) {
    return record.meeting().booking().stream()
        .flatMap(booking -> Stream.of(booking.startsAt(), booking.endsAt()))
        .toList();
  }

  private static boolean counted(ActivityRecord record) {
    return record
        .decision()
        .filter(decision -> decision.state() == ActivityState.AWAITING_SHOW)
        .isPresent();
  }

  /// Marks a meeting as settled, unless it changed since it was read.
  ///
  /// @return whether this call settled it
  public boolean markSettled(Show show, ShowMeeting meeting) {
    Key key = Keys.meeting(show.id(), meeting.partnerId(), meeting.activityId());
    return table.change(
        key,
        Due.takeOff(new Change())
            .set("settledVersion", AttributeValue.fromN(Long.toString(meeting.version())))
            .onlyIf(Due.stillWaiting(meeting.version())));
  }

  /// Changes what is said about the people of a meeting, and nothing that counts.
  ///
  /// @throws Conflict if the meeting changed meanwhile
  public void rewritePeople(
      ActivityRecord record, BiFunction<Pseudonym, Participant, Participant> words) {
    Key key = key(record).orElseThrow();
    var item = table.read(List.of(key)).get(key);
    if (item == null) {
      return;
    }
    ShowMeeting meeting = Document.read(item, ShowMeeting.class);
    var people = new TreeMap<String, Participant>(meeting.people());
    people.replaceAll((ref, person) -> words.apply(new Pseudonym(ref), person));
    boolean written =
        people.equals(meeting.people())
            || table.change(
                key,
                new Change()
                    .set("people", AttributeValue.fromM(Document.of(people)))
                    .onlyIf(Condition.version(meeting.version())));
    if (!written) {
      throw new Conflict("a show's meeting changed: " + record.id());
    }
  }
}
