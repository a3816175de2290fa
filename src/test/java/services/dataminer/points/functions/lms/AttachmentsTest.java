package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;

@DisplayName("Statements with attachments")
@WholeSuite
class AttachmentsTest {

  private static final String DATA = Multipart.CERTIFICATE;
  private static final String OTHER = "another certificate";

  private final Sink sink = new Sink();

  private String refusal(String body) {
    HttpAnswer answer = sink.send(LmsRequest.multipart(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(sink.queues.take()).isEmpty();
    return answer.body().get("detail").textValue();
  }

  private void taken(String body) {
    assertThat(sink.send(LmsRequest.multipart(body)).status()).isEqualTo(200);
    assertThat(sink.queues.take()).hasSize(1);
  }

  private static String completion() {
    return Multipart.statements(Multipart.certified(DATA));
  }

  @Test
  void earn_what_they_earn_without_them() {
    sink.send(LmsRequest.post(Fixture.text("learndash-completed")));
    List<Object> without = sink.queues.takeMessages();

    HttpAnswer answer =
        sink.send(LmsRequest.multipart(Multipart.body(completion(), Multipart.attachment(DATA))));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().toString()).isEqualTo("[\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"]");
    assertThat(sink.queues.takeMessages()).isEqualTo(without);
  }

  @Test
  void may_come_as_a_batch_and_share_an_attachment() {
    ArrayNode batch =
        JsonNodeFactory.instance
            .arrayNode()
            .add(Multipart.certified(DATA))
            .add(
                Multipart.attached(
                    Fixture.statement("cmi5-passed"), "https://lms.example/u", DATA, OTHER))
            .add(Fixture.statement("cmi5-satisfied"));

    HttpAnswer answer =
        sink.send(
            LmsRequest.multipart(
                Multipart.body(
                    Multipart.statements(batch),
                    Multipart.attachment(OTHER),
                    Multipart.attachment(DATA),
                    Multipart.attachment(DATA))));

    assertThat(answer.body()).hasSize(3);
    assertThat(sink.queues.take()).hasSize(3);
  }

  @Test
  void may_be_put_under_an_id() {
    ObjectNode statement = Multipart.certified(DATA);
    String id = statement.get("id").textValue();
    String body = Multipart.body(Multipart.statements(statement), Multipart.attachment(DATA));

    assertThat(
            sink.send(
                    LmsRequest.put(id, body)
                        .header("content-type", Multipart.CONTENT_TYPE)
                        .inBase64())
                .status())
        .isEqualTo(204);
  }

  @Test
  void may_have_them_elsewhere_or_not_at_all() {
    ObjectNode elsewhere = Multipart.certified(DATA);
    Fixture.with(elsewhere, "/attachments/0/fileUrl", "\"https://lms.example/31.pdf\"");

    taken(Multipart.body(Multipart.statements(elsewhere)));
    taken(Multipart.body(Multipart.statements(elsewhere), Multipart.attachment(DATA)));
    taken(Multipart.body(Multipart.statements(Fixture.anyCompletion())));
  }

  @Test
  void may_be_written_in_every_form_that_mail_allows() {
    String hash = Multipart.sha2(DATA).toUpperCase(Locale.ROOT);
    String body = Multipart.body(completion(), Multipart.attachment(DATA, hash));

    taken("\r\n" + body);
    taken("This is a multi-part message.\r\n" + body + "The end\r\n--no boundary");
    taken(body.replace(Multipart.BOUNDARY + "\r\n", Multipart.BOUNDARY + " \t\r\n"));
    taken(body.replace("Content-Type: ", "CONTENT-TYPE:"));
    taken(body.replace(": binary", ":\r\n Binary"));
    taken(body.replace("Content-Type: application/octet-stream\r\n", ""));
    taken(body.replace("application/json", "Application/JSON; charset=utf-8"));
    taken(body.replace("\r\n", "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/mixed; boundary=b",
        "Multipart/Mixed;Boundary=b",
        "multipart/mixed; charset=utf-8; boundary=\"b\"",
        "multipart/mixed; boundary=b; charset=utf-8"
      })
  void name_their_boundary(String contentType) {
    String body =
        Multipart.body(completion(), Multipart.attachment(DATA)).replace(Multipart.BOUNDARY, "b");

    assertThat(sink.send(LmsRequest.multipart(body).header("content-type", contentType)).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/mixed",
        "multipart/mixed;",
        "multipart/mixed; boundary=",
        "multipart/mixed; boundary=\"\"",
        "multipart/mixed; boundary=\"b \"",
        "multipart/mixed; boundary=b b",
        "multipart/mixed; boundary=é",
        "multipart/mixed; border=b",
        "multipart/mixed; boundary=12345678901234567890123456789012345678901234567890123456789012345678901"
      })
  void are_refused_without_a_boundary_in_the_header(String contentType) {
    HttpAnswer answer =
        sink.send(LmsRequest.multipart("--b\r\n\r\n").header("content-type", contentType));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("detail").textValue()).contains("boundary");
  }

  @Test
  void are_refused_without_a_boundary_before_and_after_each_part() {
    String body = Multipart.body(completion(), Multipart.attachment(DATA));
    String delimiter = "--" + Multipart.BOUNDARY + "\r\n";

    assertThat(refusal(body.substring(delimiter.length()))).contains("first part");
    assertThat(refusal(body.replace("\r\n" + delimiter, "\r\n"))).contains("JSON");
    assertThat(refusal(body.substring(0, body.length() - 6))).contains("boundary");
    assertThat(refusal(body.replace("--" + Multipart.BOUNDARY + "--", ""))).contains("boundary");
    assertThat(refusal("")).contains("boundary");
    assertThat(refusal("--" + Multipart.BOUNDARY + "--")).contains("boundary");
    assertThat(refusal(Multipart.body("Content-Type: application/json"))).contains("empty line");
  }

  @Test
  void are_refused_unless_all_are_in_the_first_part() {
    String body =
        Multipart.body(
            completion(),
            Multipart.statements(Fixture.anyCompletion()),
            Multipart.attachment(DATA));

    assertThat(refusal(body)).contains("X-Experience-API-Hash");
    assertThat(refusal(body.replace("application/json", "text/plain"))).contains("first part");
    assertThat(refusal(Multipart.body(Multipart.attachment(DATA), completion())))
        .contains("first part");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          Content-Transfer-Encoding: binary | Content-Transfer-Encoding: base64
          Content-Transfer-Encoding: binary | Content-Encoding: binary
          X-Experience-API-Hash             | X-Hash
          Content-Transfer-Encoding: binary | no header
          Content-Transfer-Encoding: binary | : binary
          Content-Type: application/oct     | X-Experience-API-Hash: 1
          """)
  void are_refused_with_a_part_whose_headers_are_not_an_attachments(String header, String instead) {
    String part = Multipart.attachment(DATA);
    assertThat(part).contains(header);

    assertThat(refusal(Multipart.body(completion(), part.replace(header, instead))))
        .containsIgnoringCase("header");
  }

  @Test
  void are_refused_with_a_part_too_many_or_too_few() {
    String two = Multipart.statements(Multipart.certified(DATA, OTHER));
    String three =
        Multipart.body(
            two,
            Multipart.attachment(DATA),
            Multipart.attachment(OTHER),
            Multipart.attachment("a third"));

    assertThat(refusal(three)).contains("belongs to no statement");
    assertThat(refusal(Multipart.body(two, Multipart.attachment(DATA))))
        .contains("attachments[1].fileUrl is missing");
    assertThat(refusal(Multipart.body(completion(), Multipart.attachment(DATA, "b01899"))))
        .contains("attachments[0].fileUrl is missing");
  }

  @Test
  void are_refused_where_one_within_them_is_missing() {
    ObjectNode outer = Fixture.statement("tincan-attempted-substatement");
    Multipart.attached((ObjectNode) outer.get("object"), "https://lms.example/u", DATA);

    assertThat(refusal(Multipart.body(Multipart.statements(outer))))
        .contains("object.attachments[0].fileUrl is missing");
    assertThat(
            sink.send(
                    LmsRequest.multipart(
                        Multipart.body(Multipart.statements(outer), Multipart.attachment(DATA))))
                .status())
        .isEqualTo(200);
  }

  @Test
  void are_refused_as_JSON_alone_unless_they_are_elsewhere() {
    HttpAnswer answer = sink.send(LmsRequest.post(Multipart.certified(DATA).toString()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.violations())
        .containsExactly(
            "attachments[0].fileUrl: is missing, and no part of the body contains the attachment");
  }

  @Test
  void are_limited_apart_from_them() {
    String large = "x".repeat(2 * 1024 * 1024);
    String tooLarge = " ".repeat(1024 * 1024);

    taken(
        Multipart.body(
            Multipart.statements(Multipart.certified(large)), Multipart.attachment(large)));
    assertThat(refusal(Multipart.body(completion() + tooLarge, Multipart.attachment(DATA))))
        .contains("at most 1048576 bytes");
  }
}
