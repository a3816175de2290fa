package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.CourseMessage.Progressed;
import services.dataminer.points.application.message.CourseMessage.Voids;
import services.dataminer.points.platform.http.JsonBody;

/// What statements of each kind tell.
class SentStatementTest {

  private static final Instant RECEIVED_AT = Instant.parse("2026-09-01T10:00:00Z");

  /// `who step object at`, or `voids id`; empty where a statement tells nothing that may earn.
  private static Optional<String> told(ObjectNode statement) {
    return SentStatement.of(statement)
        .message("moodle", RECEIVED_AT)
        .map(
            message ->
                switch (message) {
                  case Progressed told ->
                      String.join(
                          " ",
                          told.learner().value(),
                          told.step().name(),
                          told.courseId(),
                          told.statement().at().toString());
                  case Voids told -> "voids " + told.voidedId();
                  case CourseMessage.Retract _, CourseMessage.Reassess _ ->
                      throw new AssertionError("no statement tells " + message);
                });
  }

  @Test
  void Moodle_sends_batches_without_ids_of_which_some_earn() {
    JsonNode batch = JsonBody.tree(Fixture.text("moodle-batch").getBytes(StandardCharsets.UTF_8));
    List<Optional<String>> told =
        batch.valueStream().map(statement -> told((ObjectNode) statement)).toList();

    assertThat(told)
        .containsExactly(
            Optional.of(
                "account:https://lms.example|42 ENROLLED https://lms.example/course/view.php?id=2 2026-08-30T07:15:00Z"),
            Optional.empty(),
            Optional.of(
                "account:https://lms.example|42 COMPLETED https://lms.example/course/view.php?id=2 2026-08-31T16:40:12Z"),
            Optional.empty(),
            Optional.of(
                "account:https://lms.example|42 SUCCEEDED https://lms.example/mod/quiz/view.php?id=7 2026-08-31T17:30:00Z"),
            Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          learndash-completed   ; mailto:ada@acme.example COMPLETED https://academy.example/courses/agile-deployment/ 2026-08-31T15:15:30.123456789Z
          learndash-registered  ; mailto:ada@acme.example ENROLLED https://academy.example/courses/agile-deployment/ 2026-08-30T08:00:00Z
          learndash-quiz-failed ;
          cmi5-satisfied        ; account:https://lms.example|42 COMPLETED https://lms.example/course/view.php?id=2 2026-08-31T12:00:00Z
          cmi5-waived           ;
          cmi5-passed           ; account:https://lms.example|42 PASSED https://publisher.example/self-test 2026-08-31T12:00:00Z
          tincan-passed         ; sha1:7baab784ecac514713b2832f7ad61a568a94121a PASSED http://6nSelfTest_course_id 2026-08-31T10:00:00Z
          tincan-enrolled       ; openid:https://ada.id.example/ ENROLLED https://lms.example/course/view.php?id=2 2026-09-01T10:00:00Z
          tincan-attempted-substatement ;
          voided                ; voids f81d4fae-7dec-11d0-a765-00a0c91e6bf6
          """)
  void Each_kind_of_sender_is_understood(String fixture, String told) {
    assertThat(told(Fixture.statement(fixture))).isEqualTo(Optional.ofNullable(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      textBlock =
          """
          completed | {"success":true}                     | assessment | SUCCEEDED
          completed | {"success":false}                    | assessment | nothing
          completed | {"completion":true}                  | assessment | nothing
          completed | {"success":true,"completion":false}  | assessment | nothing
          completed | {"success":false}                    | course     | COMPLETED
          completed | {"success":true}                     | course     | SUCCEEDED
          completed | {}                                   | course     | COMPLETED
          completed | {"completion":false}                 | course     | nothing
          passed    | {}                                   | assessment | PASSED
          passed    | {"success":true}                     | course     | PASSED
          passed    | {"success":true,"completion":true}   | course     | SUCCEEDED
          passed    | {"completion":true}                  | course     | SUCCEEDED
          passed    | {"completion":true}                  | assessment | SUCCEEDED
          passed    | {"completion":false}                 | course     | PASSED
          passed    | {"completion":false}                 | assessment | PASSED
          passed    | {"success":false,"completion":true}  | course     | nothing
          passed    | {"success":false}                    | assessment | nothing
          registered | {}                                  | course     | ENROLLED
          registered | {}                                  | assessment | nothing
          failed    | {"success":true,"completion":true}   | assessment | nothing
          failed    | {"success":false,"completion":true}  | course     | nothing
          scored    | {"success":true}                     | assessment | nothing
          attempted | {"success":true,"completion":true}   | course     | nothing
          launched  | {}                                   | course     | nothing
          """)
  void What_a_verb_tells_depends_on_the_result_and_on_a_quiz_being_one(
      String verb, String result, String type, String step) {
    ObjectNode statement = Fixture.anyCompletion();
    Fixture.with(statement, "/verb/id", "\"http://adlnet.gov/expapi/verbs/" + verb + "\"");
    Fixture.with(statement, "/result", result);
    Fixture.with(
        statement,
        "/object/definition/type",
        "\"http://adlnet.gov/expapi/activities/" + type + "\"");

    assertThat(told(statement).map(told -> told.split(" ")[1]))
        .isEqualTo(Optional.ofNullable(step));
  }

  private static final String QUIZ =
      "{\"id\":\"https://lms.example/quiz\",\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/assessment\",\"name\":{\"nl\":\"Zelftest\"}}}";
  private static final String SECTION =
      "{\"id\":\"https://lms.example/section\",\"definition\":{\"type\":\"http://id.tincanapi.com/activitytype/section\"}}";

  private static ObjectNode attempt(String verb, String result, String parent) {
    ObjectNode statement = Fixture.anyCompletion();
    Fixture.with(statement, "/verb/id", "\"" + verb + "\"");
    Fixture.with(statement, "/result", result);
    Fixture.with(
        statement,
        "/object",
        "{\"id\":\"https://lms.example/attempt/31\",\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/attempt\"}}");
    return Fixture.with(
        statement,
        "/context",
        parent == null ? "" : "{\"contextActivities\":{\"parent\":" + parent + "}}");
  }

  static List<Arguments> attempts() {
    String adl = "http://adlnet.gov/expapi/verbs/";
    String success = "{\"success\":true,\"completion\":true}";
    return List.of(
        arguments(adl + "completed", success, "[" + QUIZ + "]", "SUCCEEDED"),
        arguments(adl + "completed", success, QUIZ, "SUCCEEDED"),
        arguments(adl + "completed", success, "[" + SECTION + "," + QUIZ + "]", "SUCCEEDED"),
        arguments(adl + "passed", "{}", "[" + QUIZ + "]", "PASSED"),
        arguments(adl + "completed", "{\"success\":false}", "[" + QUIZ + "]", null),
        arguments(adl + "completed", "{\"completion\":true}", "[" + QUIZ + "]", null),
        arguments(
            adl + "completed", "{\"success\":true,\"completion\":false}", "[" + QUIZ + "]", null),
        arguments(adl + "failed", success, "[" + QUIZ + "]", null),
        arguments(adl + "registered", "{}", "[" + QUIZ + "]", null),
        arguments(
            "https://xapi.edlm/profiles/edlm-lms/concepts/verbs/uncompleted",
            "{}",
            "[" + QUIZ + "]",
            null),
        arguments(adl + "completed", success, "[" + SECTION + "]", null),
        arguments(adl + "completed", success, "[]", null),
        arguments(adl + "completed", success, null, null));
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void An_attempt_is_about_the_quiz_that_is_its_parent(
      String verb, String result, String parent, String step) {
    ObjectNode statement = attempt(verb, result, parent);

    assertThat(SentStatement.of(statement).violation()).isEmpty();
    assertThat(told(statement).map(told -> told.split(" ")[1] + " " + told.split(" ")[2]))
        .isEqualTo(Optional.ofNullable(step).map(name -> name + " https://lms.example/quiz"));
  }

  @Test
  void The_id_of_an_attempts_quiz_has_a_limit_and_is_named_where_it_stands() {
    ObjectNode statement =
        attempt(
            "http://adlnet.gov/expapi/verbs/passed",
            "{}",
            "[" + SECTION + "," + QUIZ.replace("/quiz", "/" + "q".repeat(2048)) + "]");

    assertThat(SentStatement.of(statement).violation())
        .contains(
            new Shape.Violation(
                "context.contextActivities.parent[1].id", "must have at most 2048 characters"));
  }

  @Test
  void A_percent_encoded_mailbox_is_the_address_that_it_encodes() {
    ObjectNode statement =
        Fixture.anyCompletionWith("/actor", "{\"mbox\":\"mailto:ada%2Btag@acme.example\"}");

    assertThat(told(statement).map(told -> told.split(" ")[0]))
        .contains("mailto:ada+tag@acme.example");
  }

  @Test
  void Uncompleting_a_quiz_or_a_course_is_told() {
    for (String type : List.of("assessment", "course")) {
      ObjectNode statement = Fixture.anyCompletion();
      Fixture.with(
          statement,
          "/verb/id",
          "\"https://xapi.edlm/profiles/edlm-lms/concepts/verbs/uncompleted\"");
      Fixture.with(statement, "/result", "");
      Fixture.with(
          statement,
          "/object/definition/type",
          "\"http://adlnet.gov/expapi/activities/" + type + "\"");

      assertThat(told(statement).map(told -> told.split(" ")[1])).contains("UNCOMPLETED");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      textBlock =
          """
          {"nl":"Zelftest","en-GB":"Self-test"} | Self-test
          {"nl":"Zelf \\u0007 test"}             | Zelf test
          {"en":" ","nl":"Zelf\\u0000\\ntest"}    | Zelf test
          {"en":""}                             | nothing
          {}                                    | nothing
          """)
  void The_title_is_the_name_in_some_language_on_one_line(String names, String title) {
    ObjectNode statement = Fixture.anyCompletion();
    Fixture.with(statement, "/object/definition/name", names);

    assertThat(described(statement).title()).isEqualTo(Optional.ofNullable(title));
  }

  @Test
  void A_long_title_is_cut_between_characters() {
    ObjectNode statement = Fixture.anyCompletion();
    Fixture.with(
        statement, "/object/definition/name", "{\"en\":\"" + "\uD83D\uDE00".repeat(300) + "\"}");

    assertThat(described(statement).title()).contains("\uD83D\uDE00".repeat(200));
  }

  private static Progressed described(ObjectNode statement) {
    return (Progressed) SentStatement.of(statement).message("moodle", RECEIVED_AT).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"objectType":"Agent","mbox":"mailto:ben@acme.example"}
          {"objectType":"StatementRef","id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6"}
          {"objectType":"Group","member":[]}
          """)
  void Completing_what_is_no_activity_earns_nothing_and_is_no_fault(String object) {
    ObjectNode statement = Fixture.anyCompletionWith("/object", object);

    assertThat(told(statement)).isEmpty();
    assertThat(SentStatement.of(statement).violation()).isEmpty();
  }

  @Test
  void What_was_received_has_happened_by_then_whatever_the_learners_clock_says() {
    assertThat(
            Stream.of("2026-09-01T10:05:00Z", "2026-09-01T10:05:01Z", "2031-01-01T00:00:00Z")
                .map(time -> Fixture.anyCompletionWith("/timestamp", "\"" + time + "\""))
                .map(statement -> described(statement).statement().at()))
        .containsExactly(Instant.parse("2026-09-01T10:05:00Z"), RECEIVED_AT, RECEIVED_AT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"objectType\":\"Group\",\"mbox\":\"mailto:team@acme.example\"}",
        "{\"objectType\":\"Group\",\"account\":{\"homePage\":\"https://lms.example\",\"name\":\"team\"}}",
        "{\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:ada@acme.example\"}]}"
      })
  void What_a_group_does_earns_nothing_and_is_no_fault(String group) {
    ObjectNode statement = Fixture.anyCompletionWith("/actor", group);

    assertThat(told(statement)).isEmpty();
    assertThat(SentStatement.of(statement).violation()).isEmpty();
    assertThat(told(Fixture.with(Fixture.statement("voided"), "/actor", group)))
        .contains("voids f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "\u0007", "\uFFFF"})
  void Names_that_no_queue_takes_are_refused(String character) {
    refused("ada" + character);
  }

  @Test
  void Names_longer_than_any_members_are_refused() {
    refused("a".repeat(5000));
  }

  private static void refused(String name) {
    ObjectNode statement = Fixture.anyCompletionWith("/actor", "{}");
    statement.withObject("/actor/account").put("homePage", "https://lms.example").put("name", name);

    assertThat(SentStatement.of(statement).violation().map(Shape.Violation::message))
        .contains("must have a name of at most 4096 characters, without control characters");
  }

  @Test
  void Languages_of_many_parts_and_unknown_context_are_no_trouble() {
    ObjectNode statement =
        Fixture.anyCompletionWith(
            "/context", "{\"contextAgents\":[{\"contextActivities\":\"x\"}]}");
    assertThat(SentStatement.of(statement).id()).isNotBlank();
    assertThat(Texts.LANGUAGE_CODE.violation(TextNode.valueOf("a" + "-a".repeat(20_000))))
        .isPresent();
  }

  @Test
  void A_senders_clock_may_be_five_minutes_fast() {
    assertThat(
            SentStatement.of(Fixture.anyCompletionWith("/timestamp", "\"2026-09-01T10:05:00Z\""))
                .violation())
        .isEmpty();
  }

  @Test
  void An_object_id_that_is_too_long_to_keep_is_a_fault() {
    String id = "https://lms.example/" + "x".repeat(2_029);

    assertThat(
            SentStatement.of(Fixture.anyCompletionWith("/object/id", "\"" + id + "\"")).violation())
        .contains(new Shape.Violation("object.id", "must have at most 2048 characters"));
  }

  @Test
  void What_earns_nothing_may_lie_in_the_future_and_be_done_by_a_group() {
    ObjectNode attempted = Fixture.statement("tincan-attempted-substatement");
    attempted.put("timestamp", "2030-01-01T00:00:00Z");

    assertThat(SentStatement.of(attempted).violation()).isEmpty();
  }

  @Test
  void A_statement_without_id_or_timestamp_is_the_same_whenever_it_is_sent() {
    ObjectNode statement = Fixture.statement("tincan-enrolled");
    var first = (Progressed) SentStatement.of(statement).message("a", RECEIVED_AT).orElseThrow();
    var again =
        (Progressed)
            SentStatement.of(statement).message("a", RECEIVED_AT.plusSeconds(60)).orElseThrow();

    assertThat(again.statement().id()).isEqualTo(first.statement().id());
    assertThat(again.statement().digest()).isEqualTo(first.statement().digest());
  }
}
