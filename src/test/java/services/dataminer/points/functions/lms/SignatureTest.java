package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.lms.MultipartBody.Part;

@DisplayName("A signed statement")
@WholeSuite
class SignatureTest {

  private static final String MALFORMED = "must be a compact JSON Web Signature of this statement";

  private final Sink sink = new Sink();

  private HttpAnswer send(ObjectNode statement, String signature) {
    Multipart.attached(statement, Signature.USAGE, signature);
    return sink.send(
        LmsRequest.multipart(
            Multipart.body(Multipart.statements(statement), Multipart.attachment(signature))));
  }

  private HttpAnswer sendSigned(String algorithm, String payload) {
    return send(Fixture.anyCompletion(), Multipart.signature(algorithm, payload));
  }

  private static String payload() {
    return Fixture.anyCompletion().toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "RS384", "RS512"})
  void is_taken_by_each_algorithm_of_xAPI(String algorithm) {
    assertThat(sendSigned(algorithm, payload()).status()).isEqualTo(200);
    assertThat(sink.queues.take()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS256", "ES256", "none", "rs256", ""})
  void is_refused_by_any_other(String algorithm) {
    HttpAnswer answer = sendSigned(algorithm, payload());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.violations()).singleElement().asString().contains(MALFORMED);
    assertThat(sink.queues.take()).isEmpty();
  }

  @Test
  void is_taken_where_only_a_store_changed_it_after_it_was_signed() {
    ObjectNode before = Fixture.anyCompletion();
    before.remove("id");
    before.remove("timestamp");
    ObjectNode after = Fixture.anyCompletion().put("version", "1.0.0");

    assertThat(send(after, Multipart.signature("RS256", before.toString())).status())
        .isEqualTo(200);

    ObjectNode timeless = Fixture.anyCompletion();
    timeless.remove("timestamp");
    assertThat(send(timeless, Multipart.signature("RS256", payload())).status()).isEqualTo(200);
  }

  @Test
  void is_refused_where_another_was_signed() {
    ObjectNode other = Fixture.anyCompletionWith("/result", "{\"success\":false}");
    ObjectNode later = Fixture.anyCompletion().put("timestamp", "2026-08-31T00:00:00Z");

    assertThat(sendSigned("RS256", other.toString()).status()).isEqualTo(400);
    assertThat(sendSigned("RS256", later.toString()).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'id\":1}", "[]", "{}", "\"statement\"", "{\"actor\":{}}", ""})
  void is_refused_where_no_statement_was_signed(String payload) {
    assertThat(sendSigned("RS256", payload).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "a.b", "e30.e30.e30", "a.b.c.d", "...", "é.é.é", "{\"payload\":1}"})
  void is_refused_with_anything_but_a_compact_signature(String signature) {
    assertThat(send(Fixture.anyCompletion(), signature).status()).isEqualTo(400);
  }

  @Test
  void is_refused_without_its_last_part() {
    String signature = Multipart.signature("RS256", payload());
    String unsigned = signature.substring(0, signature.lastIndexOf('.') + 1);

    assertThat(send(Fixture.anyCompletion(), unsigned).status()).isEqualTo(400);
    assertThat(send(Fixture.anyCompletion(), unsigned + "*").status()).isEqualTo(400);
  }

  @Test
  void says_that_its_signature_is_bytes() {
    ObjectNode statement =
        Multipart.attached(Fixture.anyCompletion(), Signature.USAGE, "signature");
    Fixture.with(statement, "/attachments/0/contentType", "\"text/plain\"");

    HttpAnswer answer = sink.send(LmsRequest.post(statement.toString()));

    assertThat(answer.violations())
        .containsExactly(
            "attachments[0].contentType: must be application/octet-stream for a signature");
  }

  @Test
  void may_have_its_signature_elsewhere() {
    ObjectNode statement =
        Multipart.attached(Fixture.anyCompletion(), Signature.USAGE, "signature");
    Fixture.with(statement, "/attachments/0/fileUrl", "\"https://lms.example/signature\"");

    assertThat(sink.send(LmsRequest.post(statement.toString())).status()).isEqualTo(200);
  }

  @Test
  @Timeout(10)
  void costs_no_more_when_many_share_one_long_signature() {
    ObjectNode statement = Fixture.statement("tincan-enrolled");
    String signature =
        Multipart.signature("RS256", " ".repeat(3 * 1024 * 1024) + statement.toString());
    Multipart.attached(statement, Signature.USAGE, signature);
    ArrayNode batch = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < Batch.MOST; i++) {
      batch.add(statement);
    }

    assertThat(batched(batch, signature)).hasSize(Batch.MOST);
  }

  @Test
  @Timeout(10)
  void costs_no_more_when_it_names_its_signature_often() {
    String result = "{\"extensions\":{\"https://lms.example/x\":[1" + ",1".repeat(60_000) + "]}}";
    ObjectNode statement = Fixture.anyCompletionWith("/result", result);
    String signature = Multipart.signature("RS256", statement.toString());
    String[] often = new String[1_000];
    Arrays.fill(often, signature);

    assertThat(batched(Multipart.attached(statement, Signature.USAGE, often), signature))
        .hasSize(1);
  }

  private static List<SentStatement> batched(JsonNode statements, String signature) {
    String body = Multipart.body(Multipart.statements(statements), Multipart.attachment(signature));
    List<Part> parts =
        MultipartBody.parts(Multipart.CONTENT_TYPE, body.getBytes(StandardCharsets.UTF_8));
    return Batch.of(statements, Attachments.of(parts.subList(1, 2))).statements();
  }
}
