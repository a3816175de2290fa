package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementContentTest {

  private static StatementContent of(ObjectNode statement) {
    return StatementContent.of(statement);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          /id                     | "0b5d2d3c-4a8e-4c4e-9d1f-2f6b9d9f8a01"
          /id                     | ''
          /stored                 | "2026-09-01T00:00:00Z"
          /version                | "1.0.3"
          /authority              | {"mbox":"mailto:lrs@lms.example"}
          /attachments            | []
          /verb/display           | {"nl":"voltooid"}
          /object/definition      | {"name":{"nl":"Iets anders"}}
          /object/objectType      | ''
          /actor/objectType       | ''
          /actor/mbox             | "mailto:ada@acme.example"
          /timestamp              | "2026-08-31T15:15:30.123456789Z"
          /context/contextActivities | {"category":[{"id":"https://academy.example/"}]}
          """)
  void What_does_not_count_makes_no_difference(String pointer, String json) {
    assertThat(of(Fixture.anyCompletionWith(pointer, json)))
        .isEqualTo(of(Fixture.anyCompletion()))
        .extracting(StatementContent::digest)
        .isEqualTo(of(Fixture.anyCompletion()).digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          /actor/mbox          | "mailto:ben@acme.example"
          /verb/id             | "http://adlnet.gov/expapi/verbs/failed"
          /object/id           | "https://academy.example/courses/another/"
          /timestamp           | "2026-08-31T10:15:31-05:00"
          /timestamp           | ''
          /result/completion   | false
          /result/duration     | "PT2H"
          /result              | ''
          /context/platform    | "Moodle"
          /context/extensions  | {"https://a.be/e":{"definition":1}}
          """)
  void What_counts_makes_another_statement(String pointer, String json) {
    StatementContent other = of(Fixture.anyCompletionWith(pointer, json));

    assertThat(other.digest()).isNotEqualTo(of(Fixture.anyCompletion()).digest());
    assertThat(other.id()).isNotEqualTo(of(Fixture.anyCompletion()).id());
  }

  @Test
  void Extensions_count_in_everything_but_the_order_of_their_names() {
    String pointer = "/context/extensions";
    StatementContent some =
        of(
            Fixture.anyCompletionWith(
                pointer, "{\"https://a.be/e\":{\"display\":\"A\",\"b\":[1,2.0,null]}}"));

    assertThat(
            of(
                Fixture.anyCompletionWith(
                    pointer, "{\"https://a.be/e\":{\"b\":[1.0,2,null],\"display\":\"A\"}}")))
        .isEqualTo(some);
    assertThat(
            of(
                Fixture.anyCompletionWith(
                    pointer, "{\"https://a.be/e\":{\"b\":[1,2,null],\"display\":\"a\"}}")))
        .isNotEqualTo(some);
  }

  @Test
  void The_members_of_a_group_have_no_order() {
    String members = "/actor/member";
    ObjectNode one = Fixture.statement("tincan-attempted-substatement");
    ObjectNode other =
        Fixture.with(
            Fixture.statement("tincan-attempted-substatement"),
            members,
            "[{\"openid\":\"https://ben.id.example/\"},{\"mbox\":\"mailto:ADA@acme.example\"}]");

    assertThat(of(other)).isEqualTo(of(one));
  }

  @Test
  void The_case_of_a_reference_makes_no_difference() {
    ObjectNode lower =
        Fixture.with(
            Fixture.statement("voided"), "/object/id", "\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"");

    assertThat(of(lower)).isEqualTo(of(Fixture.statement("voided")));
  }

  @Test
  void An_id_made_of_the_content_is_a_UUID_of_version_5_and_always_the_same() {
    UUID id = UUID.fromString(of(Fixture.anyCompletion()).id());

    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id).isEqualTo(UUID.fromString("20a0fda2-c001-532b-a80b-49fc0b92b85f"));
  }

  @Test
  void Reading_leaves_the_statement_as_it_was() {
    ObjectNode statement = Fixture.anyCompletion();

    of(statement);

    assertThat(statement).isEqualTo(Fixture.anyCompletion());
    assertThat(of(statement).canonical()).doesNotContainPattern(Pattern.compile("\"display\""));
  }
}
