package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.CalendarFacts.IBC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.award.SettlementModel.Place;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.activity.StoredDecision.StoredAward;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.ledger.view.ActivityViews;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.Show;

@Label("Whatever happens to meetings, before and after their shows are settled")
@WholeSuite
class SettlementModelTest {

  private static final List<String> MEMBERS = List.of("ada", "ben", "cleo");

  /// The last has not signed up, and is the partner's by the address.
  private static final List<String> PEOPLE = List.of("ada", "ben", "cleo", "dora@acme.example");

  private static final List<String> PARTNERS = List.of("acme", "bolt");
  private static final List<String> MEETINGS = List.of("m0", "m1", "m2");
  private static final Instant START = Instant.parse("2026-08-02T00:00:00Z");
  private static final long BOOTH_AT_SATIS = 2262;

  /// The event type of calls: a body that leaves it out would leave it as it was.
  private static final long NO_BOOTH = 7;

  private static final Show SATIS =
      new Show(
          "satis-2026",
          "SATIS 2026",
          LocalDate.parse("2026-09-21"),
          LocalDate.parse("2026-09-22"),
          IBC.timeZone());
  private static final List<String> NIGHTS =
      List.of("2026-09-15T01:00:00Z", "2026-09-23T01:00:00Z");

  /// Who attends a meeting besides the host and the customer, and who of all of them booked it.
  record Guests(List<String> attendees, String booker) {}

  /// One thing that happens.
  private sealed interface Event {
    /// @param late whether the sender told it before what arrived a while ago
    record Told(String meeting, Place place, boolean late) implements Event {}

    record Ended(String meeting) implements Event {}

    record Cancelled(String meeting) implements Event {}

    /// The meeting takes place as another one, which is told at the same time.
    record Rescheduled(String meeting, String successor, Place place) implements Event {}

    record Marked(String meeting, List<String> people, boolean absent, boolean late)
        implements Event {}

    record ChangedPartner(String member, String partner) implements Event {}

    record Reassessed(String meeting) implements Event {}

    record Night(String at) implements Event {}
  }

  private static Arbitrary<String> meeting() {
    return Arbitraries.of(MEETINGS);
  }

  private static Arbitrary<Place> place() {
    return Arbitraries.frequency(
        Tuple.of(4, Place.IBC),
        Tuple.of(3, Place.SATIS),
        Tuple.of(1, Place.BETWEEN_SHOWS),
        Tuple.of(1, Place.CALL));
  }

  private static Arbitrary<Guests> guests() {
    return Arbitraries.subsetOf(PEOPLE)
        .filter(some -> !some.isEmpty())
        .flatMap(
            some -> {
              var bookers = new ArrayList<>(some);
              bookers.add(SettlementModel.CUSTOMER);
              return Arbitraries.of(bookers)
                  .map(booker -> new Guests(some.stream().sorted().toList(), booker));
            });
  }

  private static Arbitrary<Event> event() {
    Arbitrary<Boolean> late = Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true));
    Arbitrary<List<String>> marked =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(PEOPLE)),
            Tuple.of(1, Arbitraries.of(PEOPLE).map(List::of)));
    return Arbitraries.frequencyOf(
        Tuple.of(5, Combinators.combine(meeting(), place(), late).as(Event.Told::new)),
        Tuple.of(1, meeting().map(Event.Ended::new)),
        Tuple.of(1, meeting().map(Event.Cancelled::new)),
        Tuple.of(1, Combinators.combine(meeting(), meeting(), place()).as(Event.Rescheduled::new)),
        Tuple.of(
            6,
            Combinators.combine(meeting(), marked, Arbitraries.of(true, false), late)
                .as(Event.Marked::new)),
        Tuple.of(
            3,
            Combinators.combine(Arbitraries.of(MEMBERS), Arbitraries.of(PARTNERS))
                .as(Event.ChangedPartner::new)),
        Tuple.of(4, meeting().map(Event.Reassessed::new)),
        Tuple.of(5, Arbitraries.of(NIGHTS).map(Event.Night::new)));
  }

  @Provide
  Arbitrary<List<Guests>> guestLists() {
    return guests().list().ofSize(MEETINGS.size());
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    return event().list().ofMaxSize(24);
  }

  @Property(tries = 15)
  @Label("two nights later everyone, and every show, has what the rules say")
  void asTheRulesSay(
      @ForAll("guestLists") List<Guests> guests, @ForAll("histories") List<Event> history) {
    var world = new World(guests);
    for (int i = 0; i < history.size(); i++) {
      world.happen(i, history.get(i));
    }
    MEETINGS.forEach(world::end);
    world.night();
    world.night();

    Map<String, Map<String, Long>> shares = world.model.shares();
    for (String member : MEMBERS) {
      long expected = shares.values().stream().mapToLong(s -> s.getOrDefault(member, 0L)).sum();
      assertThat(world.program.balanceOf(member)).as(member).isEqualTo(expected);
      assertThat(world.program.sumOfEntries(member)).as(member).isEqualTo(expected);
      assertThat(world.program.pendingOf(member)).as("pending of " + member).isZero();
    }
    assertThat(world.settlements()).isEqualTo(sums(shares));
  }

  private static Map<String, Long> sums(Map<String, Map<String, Long>> shares) {
    var sums = new TreeMap<String, Long>();
    shares.forEach(
        (divided, each) -> {
          if (divided.startsWith("show:")) {
            sums.put(divided, each.values().stream().mapToLong(Long::longValue).sum());
          }
        });
    return sums;
  }

  /// The program and the model, to both of which the same happens.
  private static final class World {
    final Program program = new Program(LocalTable.fresh());
    final SettlementModel model = new SettlementModel();
    private final List<Guests> guests;

    World(List<Guests> guests) {
      this.guests = guests;
      program.partner("acme", "acme.example");
      program.partner("bolt", "bolt.example");
      program.show(IBC, CalendarFacts.BOOTH);
      program.show(SATIS, BOOTH_AT_SATIS);
      model.partner("dora@acme.example", "acme");
      MEMBERS.forEach(member -> changePartner(member, "acme"));
      for (int i = 0; i < MEETINGS.size(); i++) {
        model.meeting(MEETINGS.get(i), guests.get(i).attendees(), guests.get(i).booker());
      }
      // The first two meetings have taken place; of the third nothing is known yet.
      for (int i = 0; i < 2; i++) {
        tell(MEETINGS.get(i), Place.IBC, -1000);
        end(MEETINGS.get(i));
      }
    }

    void happen(int index, Event event) {
      int now = 10 * index;
      int before = 10 * (index - 8) + 1;
      switch (event) {
        case Event.Told(var meeting, var place, var late) ->
            tell(meeting, place, late ? before : now);
        case Event.Ended(var meeting) -> end(meeting);
        case Event.Cancelled(var meeting) -> callOff(meeting, new MeetingFact.Cancelled(at(now)));
        case Event.Rescheduled(var meeting, var successor, var place) -> {
          callOff(meeting, new MeetingFact.Rescheduled(at(now), ActivityId.calcom(successor)));
          tell(successor, place, now);
        }
        case Event.Marked(var meeting, var people, var absent, var late) ->
            people.forEach(who -> mark(meeting, who, absent, late ? before : now));
        case Event.ChangedPartner(var member, var partner) -> changePartner(member, partner);
        case Event.Reassessed(var meeting) -> {
          var id = ActivityId.calcom(meeting);
          program.deliver(List.of(MeetingMessage.reassess(id, ReassessmentScope.EVERYTHING)));
          model.reassessed(meeting);
        }
        case Event.Night(var at) -> program.night(at);
      }
    }

    void night() {
      program.night(NIGHTS.getLast());
    }

    private static Instant at(int minutes) {
      return START.plusSeconds(60L * minutes);
    }

    private static String address(String person) {
      return person.contains("@") ? person : person + "@people.example";
    }

    private void tell(String meeting, Place place, int at) {
      Guests who = guests.get(MEETINGS.indexOf(meeting));
      Medium medium = place == Place.CALL ? Medium.VIDEO_CALL : Medium.IN_PERSON;
      var booth =
          switch (place) {
            case IBC, BETWEEN_SHOWS -> Optional.<Booth>of(new Booth.EventType(CalendarFacts.BOOTH));
            case SATIS -> Optional.<Booth>of(new Booth.EventType(BOOTH_AT_SATIS));
            case CALL -> Optional.<Booth>of(new Booth.EventType(NO_BOOTH));
          };
      String startsAt =
          switch (place) {
            case IBC, CALL -> "2026-09-12T10:00:00Z";
            case SATIS -> "2026-09-21T10:00:00Z";
            case BETWEEN_SHOWS -> "2026-09-17T10:00:00Z";
          };
      var people = new ArrayList<String>();
      people.add(who.booker());
      who.attendees().stream().filter(person -> !person.equals(who.booker())).forEach(people::add);
      if (!people.contains(SettlementModel.CUSTOMER)) {
        people.add(SettlementModel.CUSTOMER);
      }
      String[] attendees = people.stream().map(World::address).toArray(String[]::new);
      var fact = CalendarFacts.booked(medium, booth, at(at), Instant.parse(startsAt), attendees);
      program.tell(ActivityId.calcom(meeting), fact);
      model.told(meeting, place, at);
    }

    private void end(String meeting) {
      program.tell(ActivityId.calcom(meeting), CalendarFacts.over());
      model.ended(meeting);
    }

    private void callOff(String meeting, MeetingFact how) {
      program.tell(ActivityId.calcom(meeting), how);
      model.calledOff(meeting);
    }

    private void mark(String meeting, String who, boolean absent, int at) {
      program.tell(
          ActivityId.calcom(meeting),
          new MeetingFact.Attendance(at(at), CalendarFacts.mail(address(who)), absent));
      model.marked(meeting, who, absent, at);
    }

    private void changePartner(String member, String partner) {
      program.member(member, partner, address(member));
      model.partner(member, partner);
    }

    /// What every settlement pays that pays anything.
    Map<String, Long> settlements() {
      var views = new ActivityViews(program.local.table());
      var sums = new TreeMap<String, Long>();
      for (String partner : PARTNERS) {
        for (Show show : List.of(IBC, SATIS)) {
          ActivityId id = ActivityId.show(show.id(), partner);
          views
              .of(id)
              .flatMap(ActivityView::award)
              .map(StoredAward::total)
              .ifPresent(total -> sums.put(id.value(), total));
        }
      }
      return sums;
    }
  }
}
