package services.dataminer.points.application.award;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Dependency;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StoredVenue;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.award.ActivityState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What the table says about a message: the activity, and of the directory what the judgement
/// needs. Everything a message names is read in one batch. What was looked up at the first
/// judgement stays; only a wish to judge again reads more.
final class MeetingLookup {

  private final Table table;
  private final Directory directory;
  private final ReassessmentScope again;
  private final List<Address> named;
  private final Set<Key> asked;
  private final Map<Key, Map<String, AttributeValue>> items;
  private final ActivityRecord before;
  private final Meeting meeting;

  MeetingLookup(Table table, Activities activities, Directory directory, MeetingMessage message) {
    this.table = table;
    this.directory = directory;
    List<Booking> bookings = bookings(message.facts());
    named = message.addresses();
    var keys = new ArrayList<>(directory.keys(named));
    keys.add(Keys.activity(message.activityId()));
    bookings.stream().flatMap(b -> b.booth().stream()).map(Directory::key).forEach(keys::add);
    asked = Set.copyOf(keys);
    items = new HashMap<>(table.read(keys));
    before =
        activities
            .in(items, message.activityId())
            .orElseGet(() -> ActivityRecord.unknown(message.activityId(), ActivityKind.MEETING));
    meeting = before.meeting().with(Pseudonymous.facts(message.facts(), directory::kept));
    again = before.decision().isPresent() ? wanted(message.again()) : ReassessmentScope.NOTHING;
    if (again != ReassessmentScope.NOTHING) {
      readAgain();
    } else {
      readBooth();
    }
  }

  /// A message that moves a meeting, or changes its place, need not say at which booth it is.
  private void readBooth() {
    meeting
        .booking()
        .filter(booking -> !stays(booking))
        .flatMap(Booking::booth)
        .map(Directory::key)
        .filter(key -> !asked.contains(key))
        .ifPresent(key -> items.putAll(table.read(List.of(key))));
  }

  private static List<Booking> bookings(List<MeetingFact> facts) {
    return facts.stream()
        .filter(MeetingFact.OfBooking.class::isInstance)
        .map(fact -> ((MeetingFact.OfBooking) fact).booking())
        .toList();
  }

  /// Only what is refused can be judged anew in everything.
  ///
  /// A wait that an interrupted writing left out can start only if the person is still missing:
  /// then the missing are looked up as well.
  private ReassessmentScope wanted(ReassessmentScope wish) {
    boolean refused = before.decision().filter(d -> d.state() == ActivityState.REFUSED).isPresent();
    if (wish == ReassessmentScope.EVERYTHING && !refused) {
      return ReassessmentScope.NOTHING;
    }
    return wish == ReassessmentScope.NOTHING && leftOut() ? ReassessmentScope.MISSING : wish;
  }

  private boolean leftOut() {
    return before.people().entrySet().stream()
        .filter(person -> person.getValue().isUnclaimed() && before.concerns(person.getValue()))
        .anyMatch(person -> !before.waiting().contains(Keys.identity(person.getKey()).pk()));
  }

  private void readAgain() {
    var keys = new ArrayList<>(directory.keys(addresses()));
    // An erased person's address may have been entered for someone since.
    before.people().entrySet().stream()
        .filter(person -> person.getValue().isUnclaimed())
        .map(person -> Keys.identity(person.getKey()))
        .forEach(keys::add);
    meeting.booking().flatMap(Booking::booth).map(Directory::key).ifPresent(keys::add);
    keys.removeAll(items.keySet());
    items.putAll(table.read(keys));
  }

  private List<Address> addresses() {
    return before.people().values().stream().flatMap(person -> person.address().stream()).toList();
  }

  ActivityRecord before() {
    return before;
  }

  /// Whether what names someone was an erased person's, so that it is not kept.
  boolean isErased(Pseudonym who) {
    return Directory.isErased(who, items);
  }

  Meeting meeting() {
    return meeting;
  }

  /// Who everyone named by the facts that count is, as first judged; those who were missing, as of
  /// now. Whom no fact names any more is forgotten.
  Map<Pseudonym, Participant> people() {
    var people = new HashMap<Pseudonym, Participant>();
    before.people().forEach((who, person) -> people.put(who, current(who, person)));
    if (again == ReassessmentScope.EVERYTHING) {
      people.putAll(directory.people(addresses(), items));
    }
    directory.people(named, items).forEach(people::putIfAbsent);
    people.keySet().retainAll(meeting.named());
    return people;
  }

  /// Someone known, with what was read about them: a sign-up, or its corrected date.
  private Participant current(Pseudonym who, Participant person) {
    if (person.partnerId().isEmpty()) {
      return person;
    }
    return Directory.member(who, items)
        .map(
            member ->
                person.isUnclaimed()
                    ? person.claimedBy(member.memberId(), member.signedUpOn())
                    : person.memberId().equals(Optional.of(member.memberId()))
                        ? person.signedUpOn(member.signedUpOn())
                        : person)
        .orElse(person);
  }

  /// The booth of the booking, as first judged unless the booking moved or the show was missing. A
  /// video call misses no show: only a meeting in person is at one.
  Optional<StoredVenue> venue() {
    return meeting
        .booking()
        .map(booking -> before.venue().filter(_ -> stays(booking)).orElseGet(() -> found(booking)));
  }

  private StoredVenue found(Booking booking) {
    return Directory.venue(booking, items);
  }

  private boolean stays(Booking booking) {
    Predicate<Booking> same =
        was ->
            was.booth().equals(booking.booth())
                && was.startsAt().equals(booking.startsAt())
                && was.place() == booking.place();
    boolean inPerson = booking.place() == Medium.IN_PERSON;
    boolean missing = before.venue().flatMap(StoredVenue::show).isEmpty();
    boolean lookAgain =
        switch (again) {
          case NOTHING -> false;
          case MISSING -> inPerson && missing;
          case VENUE -> inPerson;
          case EVERYTHING -> true;
        };
    return !lookAgain && before.meeting().booking().filter(same).isPresent();
  }

  /// What the judged meeting misses: sign-ups of the partners' people, and a show on its day.
  /// Everyone else whose address it keeps is waited for as well, so that the address can be found.
  List<Dependency> waits(ActivityRecord judged) {
    var waits = new ArrayList<Dependency>();
    judged
        .people()
        .forEach(
            (who, person) -> {
              if (person.isUnclaimed() && judged.concerns(person)) {
                waits.add(Dependency.forMember(who, person));
              } else if (person.memberId().isEmpty() && person.hasAddress()) {
                waits.add(new Dependency(Keys.identity(who), Optional.empty()));
              }
            });
    if (judged.kind() == ActivityKind.EXHIBITION_MEETING && judged.show().isEmpty()) {
      meeting.booking().flatMap(Booking::booth).map(this::unchanged).ifPresent(waits::add);
    }
    return waits;
  }

  private Dependency unchanged(Booth booth) {
    Key key = Directory.key(booth);
    var item = items.get(key);
    long version = item == null ? 0 : Long.parseLong(item.get("version").n());
    return new Dependency(key, Optional.of(Condition.version(version)));
  }
}
