package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.CalendarFacts.IBC;
import static services.dataminer.points.application.award.CalendarFacts.NIGHT_AFTER_IBC;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.erasure.EraseMember.Outcome;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.Show;

@Label("Whenever a person is erased")
@WholeSuite
class ErasurePropertiesTest {

  private static final String ADA = "ada@acme.example";
  private static final String BENEDICT = "benedict@acme.example";
  private static final String CARL = "carl@customer.example";
  private static final Member MEMBER =
      new Member(
          "m-2",
          "Benedict Moss",
          List.of(BENEDICT, "b.moss@home.example"),
          List.of(new Member.Account("https://lms.example", "benedict-7")),
          List.of("https://id.example/benedict"),
          Optional.of("acme"),
          LocalDate.parse("2023-04-12"),
          true,
          Member.hashesOf(List.of("Benedict@Acme.example")));
  private static final List<String> HASHES =
      MEMBER.identities().stream()
          .map(named -> named.identity().value())
          .filter(value -> value.startsWith("sha1:"))
          .toList();

  /// One thing that happens.
  private record Event(String what, Consumer<Program> happening) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Event call(String name, String... people) {
    return new Event(
        name,
        program ->
            program.tell(
                ActivityId.calcom(name), CalendarFacts.videoCall(people), CalendarFacts.ended()));
  }

  private static Event booth(String name, String... people) {
    return new Event(
        name,
        program ->
            program.tell(
                ActivityId.calcom(name),
                CalendarFacts.boothMeeting(people),
                CalendarFacts.ended()));
  }

  private static Event statement(String id, String learner, String course, Step step) {
    return new Event(
        id,
        program ->
            program.tell(Lms.told(id, new Address(learner), course, step, "2026-09-01T10:00:00Z")));
  }

  private static final List<Event> ALL =
      List.of(
          call("call-1", ADA, BENEDICT, CARL),
          call("call-2", BENEDICT, ADA, CARL),
          call("call-3", "dora@other.example", BENEDICT),
          booth("booth-1", ADA, BENEDICT),
          booth("booth-2", BENEDICT, "cleo@acme.example"),
          statement("s-1", "mailto:" + BENEDICT, Lms.AGILE, Step.COMPLETED),
          statement("s-2", "account:https://lms.example|benedict-7", Lms.AGILE, Step.ENROLLED),
          statement("s-3", HASHES.get(0), Lms.SELF_TEST, Step.PASSED),
          statement("s-5", HASHES.get(1), Lms.SELF_TEST, Step.PASSED),
          statement(
              "s-4", "openid:https://id.example/benedict", "https://lms.example/9", Step.COMPLETED),
          new Event("sign-up", program -> program.member(MEMBER)),
          new Event("night", program -> program.night(NIGHT_AFTER_IBC)));

  /// A part of it in any order, the sign-up included.
  @Provide
  Arbitrary<List<Event>> histories() {
    return Arbitraries.subsetOf(ALL)
        .flatMap(
            some -> {
              var events = new ArrayList<>(some);
              ALL.stream()
                  .filter(event -> event.what().equals("sign-up") && !some.contains(event))
                  .forEach(events::add);
              return Arbitraries.shuffle(events);
            });
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  @Label("nothing in the table tells of them, and no sum has changed")
  void nothingIsLeft(@ForAll("histories") List<Event> history) {
    Program program = new Program(LocalTable.fresh());
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.show(IBC, CalendarFacts.BOOTH);
    program.course(Lms.agile());
    program.course(Lms.selfTest());
    history.forEach(event -> event.happening().accept(program));
    long adas = program.balanceOf("ada");
    long theirs = program.balanceOf("m-2");

    assertThat(program.erase("m-2")).isEqualTo(Outcome.ERASED);

    assertThat(program.balanceOf("m-2")).isEqualTo(theirs);
    assertThat(program.balanceOf("ada")).isEqualTo(adas);
    assertThat(everything(program))
        .doesNotContainIgnoringCase("benedict")
        .doesNotContainIgnoringCase("moss")
        .doesNotContain(HASHES.stream().map(hash -> hash.substring("sha1:".length())).toList());
    // What comes later of what was known already finds the shares where they were.
    program.night("2026-09-16T01:00:00Z");
    assertThat(program.balanceOf("m-2")).isGreaterThanOrEqualTo(theirs);
    assertThat(program.balanceOf("m-2")).isEqualTo(program.sumOfEntries("m-2"));
    assertThat(program.balanceOf("ada")).isGreaterThanOrEqualTo(adas);
    assertThat(everything(program)).doesNotContainIgnoringCase("benedict");
  }

  @Property
  @Label("nothing tells of them at a show that a meeting of theirs has left")
  void nothingIsLeftBehind(@ForAll boolean settledAfterwards) {
    Program program = new Program(LocalTable.fresh());
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.member("m-2", "acme", BENEDICT);
    program.show(IBC, CalendarFacts.BOOTH);
    booth("booth", ADA, BENEDICT).happening().accept(program);
    var later = LocalDate.parse("2026-09-13");
    program.show(
        new Show(IBC.id(), IBC.name(), later, IBC.endsOn(), IBC.timeZone()), CalendarFacts.BOOTH);
    program.deliver(
        List.of(MeetingMessage.reassess(ActivityId.calcom("booth"), ReassessmentScope.VENUE)));
    if (settledAfterwards) {
      program.night(NIGHT_AFTER_IBC);
    }

    assertThat(program.erase("m-2")).isEqualTo(Outcome.ERASED);

    assertThat(everything(program)).doesNotContainIgnoringCase("benedict");
  }

  private static String everything(Program program) {
    return program.local.client().scan(s -> s.tableName(program.local.name())).items().stream()
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }
}
