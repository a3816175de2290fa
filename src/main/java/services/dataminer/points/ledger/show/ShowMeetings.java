package services.dataminer.points.ledger.show;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.NamedPerson;
import services.dataminer.points.ledger.activity.StoredDecision;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.LostRace;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Identity;
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

  /// A partner's meetings at a show, all of them, as last written.
  public List<ShowMeeting> of(String showId, String partnerId) {
    return table.beginningWith(Keys.show(showId).pk(), Keys.meetingsOf(partnerId)).stream()
        .map(item -> Document.read(item, ShowMeeting.class))
        .toList();
  }

  /// All meetings at a show, also those that are no one's award.
  public List<ShowMeeting> all(String showId) {
    return table.beginningWith(Keys.show(showId).pk(), Keys.MEETING).stream()
        .map(item -> Document.read(item, ShowMeeting.class))
        .toList();
  }

  /// Some meetings of a show.
  ///
  /// @param next the sort key after which the next page begins; empty after the last
  public record Page(List<ShowMeeting> meetings, Optional<String> next) {}

  /// One page of the meetings at a show, also of those that are no one's award, by partner.
  ///
  /// @param after the `next` of the page before
  /// @param limit how many meetings at the most
  public Page page(String showId, Optional<String> after, int limit) {
    String show = Keys.show(showId).pk();
    // One more than asked for tells whether another page follows.
    var items =
        table.first(
            limit + 1,
            QueryRequest.builder()
                .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(show),
                        ":prefix", AttributeValue.fromS(Keys.MEETING)))
                .exclusiveStartKey(after.map(sk -> new Key(show, sk).attributes()).orElse(null)));
    var shown = items.subList(0, Math.min(limit, items.size()));
    return new Page(
        shown.stream().map(item -> Document.read(item, ShowMeeting.class)).toList(),
        items.size() > limit ? Optional.of(Key.of(shown.getLast()).sk()) : Optional.empty());
  }

  /// Adds what a judgement changes for the shows concerned, usually one item.
  public void writeChanges(Transaction transaction, ActivityRecord before, ActivityRecord after) {
    Optional<Key> was = key(before);
    Optional<Key> is = key(after);
    was.filter(key -> !is.equals(was)).ifPresent(key -> leave(transaction, key, before));
    boolean changed =
        !before.decision().equals(after.decision()) || !before.people().equals(after.people());
    is.filter(_ -> changed || !is.equals(was))
        .ifPresent(key -> transaction.update(key, enter(before, after, is.equals(was))));
  }

  /// What of an activity its show sees.
  private static List<Object> view(ActivityRecord record) {
    return List.of(
        record.decision(), record.people(), record.meeting().booking().map(Booking::startsAt));
  }

  /// Where an activity is among the meetings of a show, if it is one.
  public static Optional<Key> key(ActivityRecord record) {
    return record.show().map(show -> Keys.meeting(show.id(), partner(record), record.id()));
  }

  private static String partner(ActivityRecord record) {
    return record.partnerId().orElse(ShowMeeting.NO_PARTNER);
  }

  /// A meeting that no longer belongs to this show and partner. What was settled of it is corrected
  /// by the next settlement, so it must still be found.
  private static void leave(Transaction transaction, Key key, ActivityRecord before) {
    if (!counted(before)) {
      transaction.delete(key);
      return;
    }
    var change =
        new Change()
            .set("state", AttributeValue.fromS(ActivityState.CANCELLED.name()))
            .set("reason", AttributeValue.fromS("belongs to another show or partner"))
            .set("portions", AttributeValue.fromL(List.of()))
            // The activity does not lead here any more, so an erasure would not find them.
            .set("people", AttributeValue.fromM(Map.of()))
            .add("version", 1);
    due(change, before);
    transaction.update(key, change);
  }

  private static Change enter(ActivityRecord before, ActivityRecord after, boolean stays) {
    Booking booking = after.meeting().booking().orElseThrow();
    StoredDecision decision = after.decision().orElseThrow();
    var people = new TreeMap<String, NamedPerson>();
    Map<String, NamedPerson> byRef = after.peopleByRef();
    var portions = decision.award().map(StoredDecision.StoredAward::shares).orElse(List.of());
    portions.forEach(share -> people.put(share.ref(), byRef.get(share.ref())));
    var attributes =
        Document.of(
            new ShowMeeting(
                after.id(),
                partner(after),
                0,
                decision.state(),
                booking.startsAt(),
                booking.endsAt(),
                decision.reason(),
                portions,
                people,
                0));
    attributes.remove("version");
    attributes.remove("settledVersion");
    var change = new Change();
    attributes.forEach(change::set);
    change.add("version", 1);
    if (counted(after) || (stays && counted(before))) {
      due(change, after);
    }
    return change;
  }

  private static boolean counted(ActivityRecord record) {
    return record
        .decision()
        .filter(decision -> decision.state() == ActivityState.AWAITING_SHOW)
        .isPresent();
  }

  private static void due(Change change, ActivityRecord record) {
    Show show = record.show().orElseThrow();
    Due.SETTLE.at(show.id() + partner(record), show.closesAt()).forEach(change::set);
  }

  /// Marks a meeting as settled, unless it changed since it was read.
  ///
  /// @return whether this call settled it
  public boolean settled(Show show, ShowMeeting meeting) {
    Key key = Keys.meeting(show.id(), meeting.partnerId(), meeting.activityId());
    return table.change(
        key,
        new Change()
            .set("settledVersion", AttributeValue.fromN(Long.toString(meeting.version())))
            .remove("due")
            .remove("dueAt")
            .onlyIf(unsettledAt(meeting.version())));
  }

  /// Changes what is said about the people of a meeting, and nothing that counts.
  ///
  /// @throws LostRace if the meeting changed meanwhile
  public void rewritePeople(
      ActivityRecord record, BiFunction<Identity, NamedPerson, NamedPerson> words) {
    Key key = key(record).orElseThrow();
    var item = table.read(List.of(key)).get(key);
    if (item == null) {
      return;
    }
    ShowMeeting meeting = Document.read(item, ShowMeeting.class);
    var people = new TreeMap<String, NamedPerson>(meeting.people());
    people.replaceAll((ref, person) -> words.apply(new Identity(ref), person));
    boolean written =
        people.equals(meeting.people())
            || table.change(
                key,
                new Change()
                    .set("people", AttributeValue.fromM(Document.of(people)))
                    .onlyIf(Condition.version(meeting.version())));
    if (!written) {
      throw new LostRace("a show's meeting changed: " + record.id());
    }
  }

  private static Condition unsettledAt(long version) {
    return new Condition(
        "#version = :expected AND attribute_exists(#due)",
        Map.of("#version", "version", "#due", "due"),
        Map.of(":expected", AttributeValue.fromN(Long.toString(version))));
  }
}
