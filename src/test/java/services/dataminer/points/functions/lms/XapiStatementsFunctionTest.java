package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.message.RecordingMessageQueues;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpContract;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.activity.Statements;
import services.dataminer.points.platform.outage.Unavailable;

@DisplayName("xapi-statements")
@WholeSuite
class XapiStatementsFunctionTest {

  private static final String ID = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";

  private final LocalTable local = LocalTable.fresh();
  private final RecordingMessageQueues queues = new RecordingMessageQueues();
  private String secret = "{\"moodle\":\"moodle-secret\",\"learndash\":\"s:with:colons\"}";
  private final XapiStatementsFunction function =
      new XapiStatementsFunction(
          new ReceiveStatements(
              new LmsCredentials(_ -> secret), new Statements(local.table()), queues));

  private HttpAnswer send(LmsRequest request) {
    var event = request.event();
    var response = function.answer(event);
    HttpContract.check(event, response);
    return response.getBody() == null
        ? new HttpAnswer(response.getStatusCode(), response.getHeaders(), null)
        : HttpAnswer.of(response);
  }

  private static String detail(HttpAnswer answer) {
    return answer.body().get("detail").textValue();
  }

  private static ArrayNode list(ObjectNode... statements) {
    return JsonNodeFactory.instance.arrayNode().addAll(List.of(statements));
  }

  @Test
  void A_batch_of_Moodle_is_answered_with_its_ids_and_what_may_earn_is_on_the_queue() {
    HttpAnswer answer = send(LmsRequest.post(Fixture.text("moodle-batch")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("x-experience-api-version", "1.0.3");
    assertThat(answer.body().valueStream().map(id -> UUID.fromString(id.textValue()).version()))
        .hasSize(6)
        .containsOnly(5);
    List<RecordingMessageQueues.Sent> sent = queues.take();
    assertThat(sent)
        .extracting(RecordingMessageQueues.Sent::queue)
        .containsOnly(QueueName.COURSE_PROGRESS);
    assertThat(sent)
        .extracting(it -> ((CourseMessage.Progressed) it.message()).statement().id())
        .containsExactly(
            answer.body().get(0).textValue(),
            answer.body().get(2).textValue(),
            answer.body().get(4).textValue());
    assertThat(send(LmsRequest.post(Fixture.text("moodle-batch"))).body()).isEqualTo(answer.body());
  }

  @Test
  void One_statement_is_answered_with_its_own_id() {
    HttpAnswer answer = send(LmsRequest.post(Fixture.text("tincan-passed")).inBase64());

    assertThat(answer.body().toString()).isEqualTo("[\"16FD2706-8BAF-433B-82EB-8C7FADA847DA\"]");
    assertThat(queues.take()).hasSize(1);
  }

  @Test
  void An_empty_batch_is_taken() {
    assertThat(send(LmsRequest.post("[]")).body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.0,1.0.3", "1.0.0,1.0.3", "1.0.9,1.0.3", "2.0.0,2.0.0", "2.0.1,2.0.0"})
  void Versions_that_are_taken_are_answered_in_the_latest_of_their_line(
      String asked, String spoken) {
    HttpAnswer answer =
        send(
            LmsRequest.post(Fixture.text("cmi5-satisfied"))
                .header("x-experience-api-version", asked));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("x-experience-api-version", spoken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0.95", "1.1.0", "2.1.0", "1", "latest"})
  void Other_versions_are_refused(String asked) {
    HttpAnswer answer =
        send(
            LmsRequest.post(Fixture.text("cmi5-satisfied"))
                .header("x-experience-api-version", asked));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(detail(answer)).contains("X-Experience-API-Version");
    assertThat(queues.take()).isEmpty();
  }

  @Test
  void A_request_without_a_version_is_refused() {
    HttpAnswer answer =
        send(LmsRequest.post(Fixture.text("cmi5-satisfied")).without("x-experience-api-version"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(detail(answer)).contains("X-Experience-API-Version");
    assertThat(answer.headers()).containsEntry("x-experience-api-version", "1.0.3");
  }

  @Test
  void Each_system_has_credentials_of_its_own() {
    assertThat(
            send(LmsRequest.post(Fixture.text("cmi5-satisfied"))
                    .credentials("learndash", "s:with:colons"))
                .status())
        .isEqualTo(200);
    assertThat(queues.takeMessages())
        .extracting(message -> ((CourseMessage.Progressed) message).statement().lms())
        .containsExactly("learndash");

    secret = "{\"moodle\":\"moodle-secret\"}";

    assertThat(
            send(LmsRequest.post(Fixture.text("cmi5-satisfied"))
                    .credentials("learndash", "s:with:colons"))
                .status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"new, 200", "old, 200", "older, 401", "'new\",\"old', 401"})
  void While_a_secret_is_rotated_the_first_two_are_good(String sent, int status) {
    secret = "{\"moodle\":[\"new\",\"old\",\"older\"]}";

    assertThat(send(LmsRequest.about().credentials("moodle", sent)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic !",
        "Basic bW9vZGxl",
        "Basic bW9vZGxlOg==",
        "Basic bW9vZGxlOndyb25n",
        "Basic gICA",
        "Bearer bW9vZGxlOm1vb2RsZS1zZWNyZXQ="
      })
  void Whoever_proves_to_be_none_of_them_is_told_nothing_else(String authorization) {
    HttpAnswer answer = send(LmsRequest.post("no JSON").header("authorization", authorization));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers())
        .containsEntry("www-authenticate", "Basic realm=\"devops-points\", charset=\"UTF-8\"");
    assertThat(detail(answer)).isEqualTo("The credentials are missing or invalid.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "[]",
        "{\"moodle\":\"\"}",
        "{\"moodle\":7}",
        "{\"moodle\":[]}",
        "{\"moodle\":[\"new\",\"\"]}"
      })
  void Credentials_that_cannot_be_read_are_an_outage_and_open_no_door(String malformed) {
    secret = malformed;

    assertThat(send(LmsRequest.about().credentials("moodle", "")).status()).isEqualTo(503);
  }

  @Test
  void The_about_resource_names_the_versions_whatever_the_requests() {
    HttpAnswer answer = send(LmsRequest.about().without("x-experience-api-version"));

    assertThat(answer.body().toString())
        .isEqualTo("{\"version\":[\"1.0.0\",\"1.0.1\",\"1.0.2\",\"1.0.3\",\"2.0.0\"]}");
    assertThat(send(LmsRequest.about().without("authorization")).status()).isEqualTo(401);
  }

  @Test
  void Of_a_batch_with_a_statement_that_is_not_valid_nothing_is_taken() {
    ObjectNode wrong = Fixture.statement("learndash-registered");
    ((ObjectNode) wrong.get("verb")).put("id", "registered");

    HttpAnswer answer = send(LmsRequest.post(list(Fixture.anyCompletion(), wrong).toString()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(detail(answer))
        .isEqualTo(
            "Statement 2 of 2 (id 0b5d2d3c-4a8e-4c4e-9d1f-2f6b9d9f8a01) is invalid: verb.id must be an IRI with a scheme, such as https://lms.example/course. Nothing was stored.");
    assertThat(answer.violations())
        .containsExactly(
            "[1].verb.id: must be an IRI with a scheme, such as https://lms.example/course");
    assertThat(queues.take()).isEmpty();
  }

  @Test
  void Two_equal_ids_are_refused_whatever_their_case() {
    ObjectNode again = Fixture.anyCompletion().put("id", ID.toUpperCase(Locale.ROOT));

    HttpAnswer answer = send(LmsRequest.post(list(Fixture.anyCompletion(), again).toString()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.violations()).containsExactly("[1].id: is also the id of statement 1");
    assertThat(queues.take()).isEmpty();
  }

  @Test
  void The_same_statement_twice_without_an_id_is_one() {
    ObjectNode statement = Fixture.statement("tincan-enrolled");

    HttpAnswer answer = send(LmsRequest.post(list(statement, statement).toString()));

    assertThat(answer.body().get(0)).isEqualTo(answer.body().get(1));
    assertThat(queues.take()).hasSize(1);
  }

  @Test
  void A_thousand_statements_are_taken_and_one_more_is_refused() {
    ArrayNode batch = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < 1_000; i++) {
      batch.add(
          Fixture.statement("tincan-enrolled").put("timestamp", "2026-08-01T10:00:00." + i + "Z"));
    }

    assertThat(send(LmsRequest.post(batch.toString())).body()).hasSize(1_000);
    queues.take();

    HttpAnswer answer =
        send(LmsRequest.post(batch.add(Fixture.statement("tincan-enrolled")).toString()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(detail(answer)).contains("at most 1000 statements").contains("1001");
    assertThat(queues.take()).isEmpty();
  }

  @Test
  void More_than_a_mebibyte_of_statements_is_refused_so_that_a_sender_halves_them() {
    HttpAnswer answer = send(LmsRequest.post("[" + " ".repeat(1024 * 1024) + "]"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(detail(answer)).contains("at most 1048576 bytes").contains("1048578");
    assertThat(send(LmsRequest.post("[" + " ".repeat(1024 * 1024 - 2) + "]")).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void A_body_that_no_function_is_handed_is_too_large(boolean base64) {
    LmsRequest fits = LmsRequest.post(" ".repeat(6 * 1024 * 1024));
    LmsRequest tooLarge = LmsRequest.post(" ".repeat(6 * 1024 * 1024 + 1));

    assertThat(send(base64 ? fits.inBase64() : fits).status()).isEqualTo(400);
    assertThat(send(base64 ? tooLarge.inBase64() : tooLarge).status()).isEqualTo(413);
  }

  @Test
  void What_a_group_did_is_taken_with_the_rest_of_its_batch() {
    ObjectNode group =
        Fixture.anyCompletionWith(
            "/actor", "{\"objectType\":\"Group\",\"mbox\":\"mailto:team@acme.example\"}");

    HttpAnswer answer =
        send(LmsRequest.post(list(group, Fixture.statement("cmi5-satisfied")).toString()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).hasSize(2);
    assertThat(queues.take()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[{]", "\"text\"", "{\"actor\":1,\"actor\":1}"})
  void What_is_no_JSON_and_no_statement_is_refused(String body) {
    assertThat(send(LmsRequest.post(body)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "multipart/form-data; boundary=b",
        "application/x-www-form-urlencoded"
      })
  void Other_media_types_are_refused_by_400_as_xAPI_asks(String contentType) {
    HttpAnswer answer =
        send(LmsRequest.post(Fixture.text("cmi5-satisfied")).header("content-type", contentType));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(detail(answer)).contains("application/json").contains("multipart/mixed");
    assertThat(send(LmsRequest.post("[]").without("content-type")).status()).isEqualTo(400);
  }

  @Test
  void A_statement_is_put_under_its_id() {
    HttpAnswer answer = send(LmsRequest.put(ID, Fixture.text("learndash-completed")));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers()).containsEntry("x-experience-api-version", "1.0.3");
    ObjectNode withoutId = Fixture.anyCompletion();
    withoutId.remove("id");
    assertThat(send(LmsRequest.put(ID, withoutId.toString())).status()).isEqualTo(204);
    List<Object> sent = queues.takeMessages();
    assertThat(sent.get(1)).isEqualTo(sent.get(0));
  }

  @Test
  void A_statement_put_wrongly_is_refused() {
    String other = "0b5d2d3c-4a8e-4c4e-9d1f-2f6b9d9f8a01";
    String statement = Fixture.text("learndash-completed");

    assertThat(send(LmsRequest.put(other, statement)).status()).isEqualTo(400);
    assertThat(send(LmsRequest.put("1", statement)).status()).isEqualTo(400);
    assertThat(send(LmsRequest.put(ID, "[" + statement + "]")).status()).isEqualTo(400);
    assertThat(send(LmsRequest.put(ID, statement).query("since", "now")).status()).isEqualTo(400);
    assertThat(send(LmsRequest.post(statement).query("method", "PUT")).status()).isEqualTo(400);
    assertThat(queues.take()).isEmpty();
  }

  @Test
  void A_known_id_with_other_content_is_a_conflict_for_any_statement_and_with_the_same_none() {
    var program = new Program(local);
    send(LmsRequest.post(Fixture.text("learndash-completed")));
    program.deliver(queues.takeMessages());

    assertThat(send(LmsRequest.post(Fixture.text("learndash-completed"))).status()).isEqualTo(200);
    assertThat(send(LmsRequest.put(ID, Fixture.text("learndash-completed"))).status())
        .isEqualTo(204);
    assertThat(queues.take()).isEmpty();

    ObjectNode other = Fixture.statement("learndash-quiz-failed").put("id", ID);
    HttpAnswer answer =
        send(LmsRequest.post(list(Fixture.statement("cmi5-satisfied"), other).toString()));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(detail(answer)).startsWith("Statement 2 of 2 has the id " + ID);
    assertThat(send(LmsRequest.put(ID, other.toString())).status()).isEqualTo(409);
    assertThat(queues.take()).isEmpty();
  }

  @Test
  void If_only_part_of_a_batch_reached_the_queue_all_of_it_can_be_sent_again() {
    queues.breakAfter(1);

    HttpAnswer answer = send(LmsRequest.post(Fixture.text("moodle-batch")));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers())
        .containsEntry("retry-after", Long.toString(Unavailable.RETRY_AFTER.toSeconds()));
    queues.mend();
    assertThat(send(LmsRequest.post(Fixture.text("moodle-batch"))).status()).isEqualTo(200);
    List<Object> sent = queues.takeMessages();
    assertThat(sent).hasSize(4);
    assertThat(sent.get(1)).isEqualTo(sent.get(0));
  }
}
