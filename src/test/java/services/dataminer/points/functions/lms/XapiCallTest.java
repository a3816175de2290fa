package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;

@DisplayName("A call all in a form")
@WholeSuite
class XapiCallTest {

  private static final String ID = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
  private static final String CREDENTIALS = "Basic bW9vZGxlOm1vb2RsZS1zZWNyZXQ=";

  private final Sink sink = new Sink();

  /// The fields of a statement that is put.
  private static Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("statementId", ID);
    fields.put("content", Fixture.text("learndash-completed"));
    return fields;
  }

  private static Map<String, String> fieldsWith(String name, String value) {
    Map<String, String> fields = fields();
    fields.put(name, value);
    return fields;
  }

  @Test
  void puts_a_statement_like_any_other() {
    sink.send(LmsRequest.put(ID, Fixture.text("learndash-completed")));

    HttpAnswer answer = sink.send(LmsRequest.form("PUT", fields()));

    assertThat(answer.status()).isEqualTo(204);
    var sent = sink.queues.takeMessages();
    assertThat(sent).hasSize(2);
    assertThat(sent.get(1)).isEqualTo(sent.get(0));
  }

  @Test
  void posts_statements_like_any_other() {
    HttpAnswer answer =
        sink.send(LmsRequest.form("POST", Map.of("content", Fixture.text("moodle-batch"))));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).hasSize(6);
    assertThat(sink.queues.take()).hasSize(3);
  }

  @Test
  void has_its_headers_in_the_form() {
    Map<String, String> fields = fieldsWith("Authorization", CREDENTIALS);
    fields.put("X-Experience-API-Version", "2.0.0");
    fields.put("Content-Type", "application/json; charset=utf-8");
    fields.put("Content-Length", "700");
    fields.put("If-None-Match", "*");

    HttpAnswer answer =
        sink.send(
            LmsRequest.form("PUT", fields)
                .without("authorization")
                .without("x-experience-api-version"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers()).containsEntry("x-experience-api-version", "2.0.0");
    assertThat(sink.queues.take()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Experience-API-Version, 0.8, 400",
    "Authorization, Basic bW9vZGxlOndyb25n, 401",
    "Content-Type, text/plain, 400",
    "since, 2026-01-01T00:00:00Z, 400",
    "statementId, 1, 400"
  })
  void is_assessed_by_what_its_form_says(String field, String value, int status) {
    assertThat(sink.send(LmsRequest.form("PUT", fieldsWith(field, value))).status())
        .isEqualTo(status);
    assertThat(sink.queues.take()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "put", "", "PUT,PUT"})
  void can_do_no_more_than_send(String method) {
    HttpAnswer answer = sink.send(LmsRequest.form(method, fields()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("detail").textValue()).contains("POST or PUT");
  }

  @Test
  void has_nothing_else_in_its_address() {
    assertThat(sink.send(LmsRequest.form("PUT", fields()).query("statementId", ID)).status())
        .isEqualTo(400);
  }

  @Test
  void has_content() {
    assertThat(sink.send(LmsRequest.form("PUT", Map.of("statementId", ID))).status())
        .isEqualTo(400);
    assertThat(sink.send(LmsRequest.form("PUT", Map.of())).status()).isEqualTo(400);
    assertThat(sink.send(LmsRequest.form("PUT", fields()).without("content-type")).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"statementId\":\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\",\"content\":\"{}\"}",
        "content=%",
        "content=%7",
        "content=%zz",
        "content=[]&content=[]",
        "content",
        "&content=[]",
        "content=%22%ff%22",
        "a=&b=&c=&d=&e=&f=&g=&h=&i=&j=&k=&l=&m=&n=&o=&p=&q=&r=&s=&t=&content=[]"
      })
  void is_percent_encoded_and_has_each_field_once(String form) {
    HttpAnswer answer =
        sink.send(
            LmsRequest.post(form)
                .query("method", "POST")
                .header("content-type", "application/x-www-form-urlencoded"));

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void is_made_by_POST_alone() {
    assertThat(sink.send(LmsRequest.put(ID, "content=[]").query("method", "POST")).status())
        .isEqualTo(400);
  }
}
