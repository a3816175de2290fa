package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.CalendarFacts.IBC;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.MeetingFact;

@Label("Whatever is told in whatever order, the ledger holds")
@WholeSuite
class LedgerPropertiesTest {

  private static final String ADA = "ada@acme.example";
  private static final String BEN = "ben@acme.example";
  private static final String CLEO = "cleo@acme.example";
  private static final String CARL = "carl@customer.example";
  private static final List<String> MEMBERS = List.of("ada", "ben", "cleo");

  /// One thing that happens.
  private record Event(String meeting, MeetingFact fact) {}

  private static final List<Event> ALL =
      List.of(
          new Event("booth-1", CalendarFacts.boothMeeting(ADA, BEN, CLEO)),
          new Event("booth-1", CalendarFacts.ended()),
          new Event("booth-1", CalendarFacts.absent(BEN, "2026-09-13T09:00:00Z")),
          new Event("booth-2", CalendarFacts.boothMeeting(ADA, BEN)),
          new Event("booth-2", CalendarFacts.ended()),
          new Event("call", CalendarFacts.videoCall(ADA, BEN, CLEO, CARL)),
          new Event("call", CalendarFacts.ended()),
          new Event("call", CalendarFacts.absent(ADA, "2026-09-14T09:00:00Z")),
          new Event("call", CalendarFacts.present(ADA, "2026-09-15T09:00:00Z")));

  /// All of it, in any order, some of it twice, with nights in between (null).
  @Provide
  Arbitrary<List<Event>> histories() {
    return Arbitraries.of(ALL)
        .injectNull(0.15)
        .list()
        .ofMaxSize(12)
        .flatMap(
            some -> {
              var everything = new ArrayList<>(some);
              everything.addAll(ALL);
              return Arbitraries.shuffle(everything);
            });
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  @Label("any order and repetition ends in the same sums, and entries never change")
  void sameSums(@ForAll("histories") List<Event> history) {
    Program program = new Program(LocalTable.fresh());
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.member("ben", "acme", BEN);
    program.show(IBC, CalendarFacts.BOOTH);
    Map<String, Entry> written = new TreeMap<>();
    int happened = 0;
    for (Event event : history) {
      if (event == null) {
        program.night(CalendarFacts.NIGHT_AFTER_IBC);
      } else {
        program.tell(ActivityId.calcom(event.meeting()), event.fact());
      }
      if (happened++ == 4) {
        program.member("cleo", "acme", CLEO);
      }
      unchanged(program, written);
    }
    program.night(CalendarFacts.NIGHT_AFTER_IBC);
    unchanged(program, written);

    // 500 among Ada and Cleo, 500 among Ada and Ben, 100 among the three of them.
    assertThat(program.balanceOf("ada")).isBetween(533L, 534L);
    assertThat(program.balanceOf("ben")).isBetween(283L, 284L);
    assertThat(program.balanceOf("cleo")).isBetween(283L, 284L);
    assertThat(MEMBERS.stream().mapToLong(program::balanceOf).sum()).isEqualTo(1100);
  }

  private static void unchanged(Program program, Map<String, Entry> written) {
    Map<String, Entry> now = new TreeMap<>();
    for (String member : MEMBERS) {
      List<Entry> entries = program.entriesOf(member);
      entries.forEach(entry -> now.put(member + entry.id(), entry));
      assertThat(entries.stream().mapToLong(Entry::points).sum())
          .isEqualTo(program.balanceOf(member));
    }
    assertThat(now).containsAllEntriesOf(written);
    written.putAll(now);
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  @Label("nothing is granted of a show before it has ended")
  void nothingEarly(@ForAll("histories") List<Event> history) {
    Program program = new Program(LocalTable.fresh());
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.show(IBC, CalendarFacts.BOOTH);
    for (Event event : history) {
      if (event == null) {
        program.night("2026-09-14T21:59:59Z");
      } else if (event.meeting().startsWith("booth")) {
        program.tell(ActivityId.calcom(event.meeting()), event.fact());
      }
      assertThat(program.balanceOf("ada")).isZero();
    }
  }
}
