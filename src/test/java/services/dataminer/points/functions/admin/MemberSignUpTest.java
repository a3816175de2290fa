package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.admin.CalendarFacts.atBooth;
import static services.dataminer.points.functions.admin.CalendarFacts.ended;
import static services.dataminer.points.functions.admin.CalendarFacts.id;
import static services.dataminer.points.functions.admin.CalendarFacts.noShow;
import static services.dataminer.points.functions.admin.CalendarFacts.onVideo;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordingMessageQueues.Sent;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.ledger.entry.Entry;

/// What waited for a member is reassessed when the member is entered.
@WholeSuite
class MemberSignUpTest {

  private static final String BEN =
      """
      {"name":"Ben","emails":["ben@acme.example"],"partnerId":"acme","signedUpOn":"2023-04-12"}
      """;

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void directory() {
    api.program.partner("acme", "acme.example");
    api.program.member("ada", "acme", "ada@acme.example");
    api.program.show(CalendarFacts.IBC, CalendarFacts.IBC_EVENT_TYPE);
  }

  private void callOnVideo(String uid) {
    api.program.tell(
        id(uid),
        onVideo(
            "2026-08-30T10:00:00Z",
            "ada@acme.example",
            "ben@acme.example",
            "carla@customer.example"),
        ended("2026-08-30T10:30:00Z"));
  }

  private static Sent again(QueueName queue, String uid) {
    return new Sent(queue, MeetingMessage.reassess(id(uid), ReassessmentScope.MISSING));
  }

  @Test
  void Shares_that_waited_are_credited() {
    callOnVideo("call");
    assertThat(api.program.balanceOf("ada")).isEqualTo(50);

    HttpAnswer answer = api.put("/v1/members/ben", BEN);

    assertThat(answer.status()).isEqualTo(201);
    api.work();
    assertThat(api.program.balanceOf("ben")).isEqualTo(50);
    assertThat(api.program.balanceOf("ada")).isEqualTo(50);
  }

  @Test
  void Every_meeting_goes_to_the_queue_of_its_kind() {
    callOnVideo("call");
    api.program.tell(
        id("booth"), atBooth("2026-09-12T10:00:00Z", "ada@acme.example", "ben@acme.example"));
    api.program.tell(id("unheard"), noShow("2026-09-12T11:00:00Z", "ben@acme.example"));

    api.put("/v1/members/ben", BEN);

    assertThat(api.queues.take())
        .containsExactlyInAnyOrder(
            again(QueueName.VIRTUAL_MEETING, "call"), again(QueueName.EXHIBITION_MEETING, "booth"));
  }

  @Test
  void Nothing_is_sent_where_nothing_waits() {
    callOnVideo("call");

    api.put(
        "/v1/members/carla",
        "{\"name\":\"Carla\",\"signedUpOn\":\"2023-04-12\",\"emails\":[\"c@x.example\"]}");

    assertThat(api.queues.take()).isEmpty();
  }

  @Test
  void The_same_call_again_makes_up_for_a_queue_that_was_down() {
    callOnVideo("first");
    callOnVideo("second");
    api.queues.breakAfter(1);

    HttpAnswer refused = api.put("/v1/members/ben", BEN);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.headers()).containsEntry("retry-after", "30");

    api.queues.mend();
    api.queues.take();
    assertThat(api.put("/v1/members/ben", BEN).status()).isEqualTo(200);
    assertThat(api.queues.take())
        .containsExactlyInAnyOrder(
            again(QueueName.VIRTUAL_MEETING, "first"), again(QueueName.VIRTUAL_MEETING, "second"));
  }

  @Test
  void What_was_reassessed_is_blocked_no_longer() {
    callOnVideo("call");
    api.put("/v1/members/ben", BEN);
    api.work();

    api.put("/v1/members/ben", BEN);

    assertThat(api.queues.take()).isEmpty();
    assertThat(api.program.entriesOf("ben")).hasSize(1);
  }

  @Test
  void A_sign_up_moved_before_any_entry_moves_what_is_not_granted_yet() {
    api.put("/v1/members/ben", BEN);
    api.program.tell(
        id("booth"),
        atBooth("2026-09-12T10:00:00Z", "ada@acme.example", "ben@acme.example"),
        ended("2026-09-12T10:30:00Z"));

    assertThat(api.put("/v1/members/ben", BEN.replace("04-12", "10-01")).status()).isEqualTo(200);
    assertThat(api.queues.take()).containsExactly(again(QueueName.EXHIBITION_MEETING, "booth"));
  }

  @Test
  void A_moved_sign_up_is_told_again_by_the_same_call() {
    api.put("/v1/members/ben", BEN);
    api.program.tell(
        id("booth"),
        atBooth("2026-09-12T10:00:00Z", "ada@acme.example", "ben@acme.example"),
        ended("2026-09-12T10:30:00Z"));
    String moved = BEN.replace("2023-04-12", "2023-10-01");
    api.queues.breakAfter(0);
    assertThat(api.put("/v1/members/ben", moved).status()).isEqualTo(503);
    api.queues.mend();

    assertThat(api.put("/v1/members/ben", moved).status()).isEqualTo(200);
    api.work();

    api.program.night("2026-09-15T01:00:00Z");
    assertThat(api.program.entriesOf("ben"))
        .singleElement()
        .extracting(Entry::year)
        .isEqualTo(LocalDate.parse("2025-10-01"));
  }

  @Test
  void A_sign_up_with_entries_is_fixed() {
    api.put("/v1/members/ben", BEN);
    callOnVideo("call");

    HttpAnswer refused = api.put("/v1/members/ben", BEN.replace("2023-04-12", "2023-04-13"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.violations())
        .containsExactly("signedUpOn: cannot change: existing entries depend on it");
    assertThat(api.get("/v1/members/ben").body().get("signedUpOn").textValue())
        .isEqualTo("2023-04-12");
    assertThat(api.put("/v1/members/ben", BEN.replace("\"Ben\"", "\"Benno\"")).status())
        .isEqualTo(200);
  }
}
