package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static services.dataminer.points.application.award.CalendarFacts.IBC;
import static services.dataminer.points.application.award.CalendarFacts.NIGHT_AFTER_IBC;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.erasure.EraseMember.Outcome;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Meanwhile;
import services.dataminer.points.ledger.Requests;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Contribution;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

@DisplayName("Erasing a person leaves no name and changes no sum")
@WholeSuite
class ErasureTest {

  private static final String ADA = "ada@acme.example";
  private static final String BEN = "ben@acme.example";
  private static final String CLEO = "cleopatra@acme.example";
  private static final String CARL = "carl@customer.example";
  private static final ActivityId CALL = ActivityId.calcom("call");
  private static final ActivityId BOOTH = ActivityId.calcom("booth");

  private final Program program = new Program(LocalTable.fresh());

  @BeforeEach
  void directory() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.member("ben", "acme", BEN);
    program.show(IBC, CalendarFacts.BOOTH);
    program.course(Lms.agile());
  }

  /// All that is stored, as text.
  private String everything() {
    return program.local.client().scan(s -> s.tableName(program.local.name())).items().stream()
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  @Test
  @DisplayName(
      "of someone who signed up after the meetings, too, and the odd points stay where they are")
  void someoneWhoSignedUpLater() {
    program.tell(CALL, CalendarFacts.videoCall(ADA, BEN, CLEO, CARL), CalendarFacts.ended());
    program.tell(BOOTH, CalendarFacts.boothMeeting(ADA, BEN, CLEO), CalendarFacts.ended());
    program.night(NIGHT_AFTER_IBC);
    program.member("m-3", "acme", CLEO);
    program.night("2026-09-16T01:00:00Z");
    long adas = program.balanceOf("ada");
    long bens = program.balanceOf("ben");
    long cleos = program.balanceOf("m-3");
    assertThat(adas + bens + cleos).isEqualTo(600);
    assertThat(everything()).contains("cleopatra");

    assertThat(program.erase("m-3")).isEqualTo(Outcome.ERASED);

    assertThat(everything()).doesNotContainIgnoringCase("cleopatra");
    assertThat(program.erase("m-3")).as("once more").isEqualTo(Outcome.ERASED);
    // The same facts, divided again: had the tie breakers been drawn anew, odd points could have
    // moved.
    program.tell(CALL, CalendarFacts.absent(ADA, "2026-09-17T00:00:00Z"));
    program.tell(CALL, CalendarFacts.present(ADA, "2026-09-18T00:00:00Z"));
    program.tell(BOOTH, CalendarFacts.absent(ADA, "2026-09-17T00:00:00Z"));
    program.night("2026-09-17T01:00:00Z");
    program.tell(BOOTH, CalendarFacts.present(ADA, "2026-09-18T00:00:00Z"));
    program.night("2026-09-18T01:00:00Z");
    assertThat(program.balanceOf("ada")).isEqualTo(adas);
    assertThat(program.balanceOf("ben")).isEqualTo(bens);
    assertThat(program.balanceOf("m-3")).isEqualTo(cleos).isEqualTo(program.sumOfEntries("m-3"));
    assertThat(everything()).doesNotContainIgnoringCase("cleopatra");
  }

  @Test
  @DisplayName("of someone at a meeting that was refused")
  void someoneAtARefusedMeeting() {
    program.tell(CALL, CalendarFacts.videoCall(CARL, "dora@other.example"), CalendarFacts.ended());
    program.member("m-4", null, "dora@other.example");
    assertThat(everything()).contains("dora");

    assertThat(program.erase("m-4")).isEqualTo(Outcome.ERASED);

    assertThat(everything()).doesNotContain("dora");
  }

  @Test
  @DisplayName("of a show after its meetings, from which a settlement would bring it back")
  void showsLast() {
    for (int i = 0; i < 5; i++) {
      ActivityId booth = ActivityId.calcom("booth-" + i);
      program.tell(booth, CalendarFacts.boothMeeting(ADA, CLEO), CalendarFacts.ended());
    }
    program.night(NIGHT_AFTER_IBC);
    program.member("m-3", "acme", CLEO);
    program.night("2026-09-16T01:00:00Z");
    var meetings = new ShowMeetings(program.local.table());
    var asTheShowIsWritten = new ArrayList<String>();
    var looking =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(Context.BeforeExecution it, ExecutionAttributes attributes) {
            if (it.request() instanceof TransactWriteItemsRequest write
                && write.toString().contains("ACTIVITY#show:")) {
              asTheShowIsWritten.add(meetings.all(IBC.id()).toString());
            }
          }
        };

    new Program(program.local.through(looking)).erase("m-3");

    assertThat(asTheShowIsWritten).singleElement().asString().contains("m-3").doesNotContain(CLEO);
    assertThat(everything()).doesNotContain("cleopatra");
  }

  @Test
  @DisplayName("of a customer no address is kept at all")
  void aCustomer() {
    program.tell(CALL, CalendarFacts.videoCall(ADA, CARL), CalendarFacts.ended());

    assertThat(everything()).contains("ada@acme.example").doesNotContain("carl");
  }

  @Test
  @DisplayName("an address that is told again is not put back, and no one is credited for it")
  void toldAgain() {
    program.tell(CALL, CalendarFacts.videoCall(ADA, BEN, CARL));
    program.erase("ben");

    program.tell(CALL, CalendarFacts.videoCall(ADA, BEN, CARL), CalendarFacts.ended());

    assertThat(everything()).doesNotContain("ben@acme.example");
    assertThat(program.balanceOf("ben")).as("the share stays the member's").isEqualTo(50);
  }

  @Test
  @DisplayName(
      "an address that was replaced before is erased, too, unless it is someone else's now")
  void replacedBefore() {
    program.tell(CALL, CalendarFacts.videoCall(CARL, "dora@other.example"), CalendarFacts.ended());
    program.tell(
        ActivityId.calcom("c2"),
        CalendarFacts.videoCall(CARL, "d.lee@other.example"),
        CalendarFacts.ended());
    program.member("m-4", null, "dora@other.example", "d.lee@other.example");
    program.member("m-4", null, "new@other.example");
    program.member("m-5", null, "d.lee@other.example");

    program.erase("m-4");

    assertThat(everything()).doesNotContain("dora").contains("d.lee@other.example");
    program.erase("m-5");
    assertThat(everything()).doesNotContain("d.lee");
  }

  @Test
  @DisplayName("again, after an interruption, finds what the first attempt left")
  void interrupted() {
    program.tell(CALL, CalendarFacts.videoCall(CARL, "dora@other.example"), CalendarFacts.ended());
    program.member("m-4", null, "dora@other.example");
    var late =
        new Meanwhile(
            UpdateItemRequest.class,
            () -> {
              throw new IllegalStateException("killed");
            });
    assertThatThrownBy(() -> new Program(program.local.through(late)).erase("m-4"))
        .hasMessage("killed");

    program.erase("m-4");

    assertThat(everything()).doesNotContain("dora");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("quickerThanAnActivity")
  @DisplayName(
      "keeps no address that is told of only afterwards, and whoever has it next gets its share")
  void toldOnlyAfterwards(String what, Consumer<Program> happens) {
    program.erase("ben");

    happens.accept(program);

    assertThat(everything()).doesNotContain(BEN);
    program.member("m-5", "acme", BEN);
    program.night(NIGHT_AFTER_IBC);
    var stranger = new Program(LocalTable.fresh());
    stranger.partner("acme", "acme.example");
    stranger.show(IBC, CalendarFacts.BOOTH);
    stranger.course(Lms.agile());
    happens.accept(stranger);
    stranger.member("m-5", "acme", BEN);
    stranger.night(NIGHT_AFTER_IBC);
    assertThat(program.balanceOf("m-5")).isEqualTo(stranger.balanceOf("m-5"));
    assertThat(program.balanceOf("ben")).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName(
      "takes the links to what they contributed, assessed or not, and the same call again changes nothing")
  void evidence(boolean assessedBefore) {
    var told = contribution();
    program.recordUnassessed("c-1", told);
    ActivityId id = ActivityId.recorded(ActivityKind.CONTRIBUTION, "c-1");
    if (assessedBefore) {
      program.tell(id, told);
    }
    program.erase("ben");

    program.tell(id, told);

    assertThat(everything()).doesNotContain("profile.example");
    assertThat(program.balanceOf("ben")).isEqualTo(25);
    assertThat(program.recordUnassessed("c-1", told).matches(told)).isTrue();
    program.tell(id, told);
    assertThat(everything()).doesNotContain("profile.example");
    assertThat(program.entriesOf("ben")).hasSize(1);
  }

  @Test
  @DisplayName("takes the link also when it is quicker than the assessment")
  void evidenceAssessedMeanwhile() {
    program.recordUnassessed("c-1", contribution());
    var quicker = new Meanwhile(TransactWriteItemsRequest.class, () -> program.erase("ben"));

    new Program(program.local.through(quicker))
        .tell(ActivityId.recorded(ActivityKind.CONTRIBUTION, "c-1"), contribution());

    assertThat(quicker.happened()).isTrue();
    assertThat(everything()).doesNotContain("profile.example");
    assertThat(program.balanceOf("ben")).isEqualTo(25);
  }

  private static Recorded contribution() {
    return new Recorded(
        Instant.parse("2026-09-01T10:00:00Z"),
        "grace",
        Instant.parse("2026-09-01T09:00:00Z"),
        new Contribution(
            "ben",
            "answer-question",
            Optional.empty(),
            Optional.of("https://profile.example/ben-moss")));
  }

  @Test
  @DisplayName("of no one who never was a member")
  void unknown() {
    assertThat(program.erase("nobody")).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  @DisplayName("again, of someone with many activities, reads them together")
  void manyActivities() {
    for (int i = 0; i < 40; i++) {
      program.tell(
          ActivityId.calcom("call-" + i),
          CalendarFacts.videoCall(BEN, CARL),
          CalendarFacts.ended());
    }
    program.erase("ben");
    var requests = new Requests();

    assertThat(new Program(program.local.through(requests)).erase("ben")).isEqualTo(Outcome.ERASED);

    assertThat(everything()).doesNotContain(BEN);
    assertThat(requests.itemsRead()).as("entries and activities, twice").isBetween(160L, 170L);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  @DisplayName("just before something of theirs is written that was looked up before")
  void quickerThanAnActivity(String what, Consumer<Program> happens) {
    var quicker =
        new Meanwhile(
            TransactWriteItemsRequest.class,
            () -> assertThat(program.erase("ben")).isEqualTo(Outcome.ERASED));

    happens.accept(new Program(program.local.through(quicker)));

    assertThat(quicker.happened()).isTrue();
    // What was told is now of someone at the partner who is not signed up: until they are.
    program.member("m-5", "acme", BEN);
    program.erase("m-5");
    assertThat(everything()).doesNotContain(BEN);
    assertThat(program.balanceOf("ben")).isZero();
  }

  static Stream<Arguments> quickerThanAnActivity() {
    return Stream.of(
        activity(
            "an award",
            program ->
                program.tell(CALL, CalendarFacts.videoCall(BEN, CARL), CalendarFacts.ended())),
        activity("a booking", program -> program.tell(CALL, CalendarFacts.videoCall(BEN, CARL))),
        activity(
            "a refusal",
            program -> program.tell(CALL, CalendarFacts.videoCall(BEN), CalendarFacts.ended())),
        activity(
            "a show's meeting", program -> program.tell(BOOTH, CalendarFacts.boothMeeting(BEN))),
        activity(
            "a course",
            program ->
                program.tell(
                    Lms.completed("s-1", new Address("mailto:" + BEN), "2026-05-03T10:00:00Z"))));
  }

  private static Arguments activity(String what, Consumer<Program> happens) {
    return Arguments.of(what, happens);
  }
}
