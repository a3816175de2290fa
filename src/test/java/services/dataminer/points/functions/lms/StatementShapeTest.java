package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.platform.http.JsonBody;

class StatementShapeTest {

  static Stream<JsonNode> sentByRealSenders() {
    JsonNode batch = JsonBody.tree(Fixture.text("moodle-batch").getBytes(StandardCharsets.UTF_8));
    return Stream.concat(
        batch.valueStream(),
        Stream.of(
                "learndash-completed",
                "learndash-registered",
                "learndash-quiz-failed",
                "cmi5-satisfied",
                "cmi5-waived",
                "cmi5-passed",
                "tincan-passed",
                "tincan-enrolled",
                "tincan-attempted-substatement",
                "voided")
            .map(Fixture::statement));
  }

  @ParameterizedTest
  @MethodSource("sentByRealSenders")
  void What_real_senders_send_is_right(JsonNode statement) {
    assertThat(StatementShape.of(statement).violation(statement)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"score":{"scaled":"0.5"}}            | result.score.scaled: must be a number, unquoted
          {"score":{"scaled":1.01}}             | result.score: scaled must be from -1 to 1
          {"score":{"min":0,"max":0}}           | result.score: min must be less than max
          {"score":{"raw":11,"min":0,"max":10}} | result.score: raw must be from min to max
          {"response":null}                     | result.response: must not be null: omit it
          """)
  void What_platforms_report_is_not_refused_for_a_score_or_an_answer(String json, String fault) {
    ObjectNode attended = Fixture.with(Fixture.anyCompletion(), "/result", json);
    attended.withObject("/verb").put("id", "http://adlnet.gov/expapi/verbs/attended");

    assertThat(StatementShape.of(attended).violation(attended))
        .map(f -> f.path() + ": " + f.message())
        .contains(fault);
    for (String verb : List.of("answered", "completed", "passed", "failed", "scored")) {
      ObjectNode reported = Fixture.with(Fixture.anyCompletion(), "/result", json);
      reported.withObject("/verb").put("id", "http://adlnet.gov/expapi/verbs/" + verb);

      assertThat(StatementShape.of(reported).violation(reported)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          /actor   | ''                                                   | actor: is missing
          /verb    | ''                                                   | verb: is missing
          /object  | ''                                                   | object: is missing
          /actor   | null                                                 | actor: must not be null: omit it
          /actor   | 42                                                   | actor: must be an object
          /actor   | {}                                                   | actor: must be identified by exactly one of mbox, mbox_sha1sum, openid, account
          /actor   | {"mbox":"mailto:a@b.be","openid":"https://a.be/"}    | actor: must be identified by exactly one of mbox, mbox_sha1sum, openid, account
          /actor   | {"name":"Ada"}                                       | actor: must be identified by exactly one of mbox, mbox_sha1sum, openid, account
          /actor   | {"objectType":"Person","mbox":"mailto:a@b.be"}       | actor.objectType: must be Agent
          /actor   | {"mbox":"a@b.be"}                                    | actor.mbox: must be mailto: and an e-mail address, such as mailto:ada@acme.example
          /actor   | {"mbox":"mailto: a@b.be"}                            | actor.mbox: must be mailto: and an e-mail address, such as mailto:ada@acme.example
          /actor   | {"mbox":"mailto:50%@b.be"}                           | actor.mbox: must be mailto: and an e-mail address, such as mailto:ada@acme.example
          /actor   | {"mbox":["mailto:a@b.be"]}                           | actor.mbox: must be mailto: and an e-mail address, such as mailto:ada@acme.example
          /actor   | {"mbox_sha1sum":"7baab784"}                          | actor.mbox_sha1sum: must be the SHA-1 of a mailto IRI, 40 hex digits
          /actor   | {"openid":"ada"}                                     | actor.openid: must be an IRI with a scheme, such as https://lms.example/course
          /actor   | {"account":{"name":"42"}}                            | actor.account.homePage: is missing
          /actor   | {"account":{"homePage":"https://l.be","name":42}}    | actor.account.name: must be a non-empty string
          /actor   | {"account":{"homePage":"https://l.be","name":""}}    | actor.account.name: must be a non-empty string
          /actor   | {"account":{"homePage":"lms","name":"42"}}           | actor.account.homePage: must be an IRI with a scheme, such as https://lms.example/course
          /actor   | {"mbox":"mailto:a@b.be","member":[]}                 | actor.member: is not an xAPI property here: remove it
          /actor   | {"objectType":"Group"}                               | actor: must be identified or list its members
          /actor   | {"objectType":"Group","member":[{}]}                 | actor.member[0]: must be identified by exactly one of mbox, mbox_sha1sum, openid, account
          /verb    | {"display":{"en":"completed"}}                       | verb.id: is missing
          /verb/id | "completed"                                          | verb.id: must be an IRI with a scheme, such as https://lms.example/course
          /verb/id | ""                                                   | verb.id: must be an IRI with a scheme, such as https://lms.example/course
          /verb/Id | "https://a.be"                                       | verb.Id: is not an xAPI property here: remove it
          /verb/display | "completed"                                     | verb.display: must be an object
          /verb/display | {"not a language":"x"}                          | verb.display.not a language: is not a valid name here: it must be a language tag such as en or en-GB
          /verb/display | {"en":1}                                        | verb.display.en: must be a string
          /object/id   | ''                                               | object.id: is missing
          /object/id   | "course 2"                                       | object.id: must be an IRI with a scheme, such as https://lms.example/course
          /object/objectType | "activity"                                 | object.objectType: must be Activity, Agent, Group, StatementRef or SubStatement
          /object/definition/type | "course"                              | object.definition.type: must be an IRI with a scheme, such as https://lms.example/course
          /object/definition/interactionType | "multiple"                 | object.definition.interactionType: must be an interaction type of xAPI
          /object/definition/extensions | {"key":1}                       | object.definition.extensions.key: is not a valid name here: it must be an IRI with a scheme
          /object  | {"objectType":"StatementRef","id":"1"}               | object.id: must be a UUID in its standard form
          /object  | {"objectType":"Agent"}                               | object: must be identified by exactly one of mbox, mbox_sha1sum, openid, account
          /result/success    | "true"                                     | result.success: must be true or false, unquoted
          /result/completion | null                                       | result.completion: must not be null: omit it
          /result/duration   | "1 hour"                                   | result.duration: must be an ISO 8601 duration such as PT1H30M
          /result/duration   | "PT"                                       | result.duration: must be an ISO 8601 duration such as PT1H30M
          /result/grade      | 5                                          | result.grade: is not an xAPI property here: remove it
          /context/registration | "1"                                     | context.registration: must be a UUID in its standard form
          /context/language  | "en_US"                                    | context.language: must be a language tag such as en or en-GB
          /context/team      | {"mbox":"mailto:a@b.be"}                   | context.team.objectType: is missing
          /context/contextActivities | {"cousin":[]}                      | context.contextActivities.cousin: is not an xAPI property here: remove it
          /context/contextActivities | {"parent":[{"id":"x"}]}            | context.contextActivities.parent[0].id: must be an IRI with a scheme, such as https://lms.example/course
          /context/statement | {"id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6"} | context.statement.objectType: is missing
          /timestamp | "yesterday"                                        | timestamp: must be an ISO 8601 time such as 2026-09-01T10:00:00Z
          /timestamp | 1788220800                                         | timestamp: must be an ISO 8601 time such as 2026-09-01T10:00:00Z
          /id        | "f81d4fae"                                         | id: must be a UUID in its standard form
          /version   | "1.1.0"                                            | version: must be 1.0.x or 2.0.x
          /Actor     | {}                                                 | Actor: is not an xAPI property here: remove it
          """)
  void What_is_wrong_is_named(String pointer, String json, String fault) {
    ObjectNode statement = Fixture.anyCompletionWith(pointer, json);

    assertThat(StatementShape.of(statement).violation(statement))
        .map(f -> f.path() + ": " + f.message())
        .contains(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "42", "null", "\"statement\""})
  void Only_an_object_is_a_statement(String json) {
    assertThat(StatementShape.of(Fixture.json(json)).violation(Fixture.json(json)))
        .contains(new Shape.Violation("", "must be an object"));
  }

  @Test
  void A_voided_statement_is_named_by_a_reference() {
    ObjectNode statement = Fixture.statement("voided");
    statement.set("object", Fixture.json("{\"id\":\"https://lms.example/course\"}"));

    assertThat(StatementShape.of(statement).violation(statement))
        .contains(
            new Shape.Violation("object.objectType", "must be StatementRef if the verb is voided"));
  }

  @Test
  void Only_of_an_activity_there_is_a_platform() {
    ObjectNode statement =
        Fixture.anyCompletionWith(
            "/object", "{\"objectType\":\"Agent\",\"mbox\":\"mailto:ben@acme.example\"}");

    assertThat(StatementShape.of(statement).violation(statement))
        .contains(
            new Shape.Violation(
                "context", "may have a revision or platform only if the object is an Activity"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          /object/id        | "0b5d2d3c-4a8e-4c4e-9d1f-2f6b9d9f8a01" | object.id: is not an xAPI property here: remove it
          /object/authority | {"mbox":"mailto:a@b.be"}               | object.authority: is not an xAPI property here: remove it
          /object/verb      | ''                                     | object.verb: is missing
          /object/object    | {"objectType":"SubStatement","actor":{"mbox":"mailto:a@b.be"},"verb":{"id":"https://a.be/v"},"object":{"id":"https://a.be/o"}} | object: must not hold another SubStatement
          """)
  void A_statement_within_a_statement_keeps_its_own_rules(
      String pointer, String json, String fault) {
    ObjectNode statement =
        Fixture.with(Fixture.statement("tincan-attempted-substatement"), pointer, json);

    assertThat(StatementShape.of(statement).violation(statement))
        .map(f -> f.path() + ": " + f.message())
        .contains(fault);
  }

  @Test
  void A_name_that_cannot_be_printed_is_not_repeated() {
    ObjectNode statement = Fixture.anyCompletion();
    statement.put("a\u0000b" + "c".repeat(200), 1);

    assertThat(StatementShape.of(statement).violation(statement).orElseThrow().path())
        .isEqualTo("a?b" + "c".repeat(97));
  }
}
