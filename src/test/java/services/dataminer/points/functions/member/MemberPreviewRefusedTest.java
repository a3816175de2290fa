package services.dataminer.points.functions.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;

@DisplayName("A member's call that has no preview")
@WholeSuite
class MemberPreviewRefusedTest {

  private final MemberApi api = new MemberApi();

  @BeforeEach
  void someone() {
    api.books.member("ada");
    api.books.grant("ada", "a", "2026-05-01", 100);
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("does nothing when it is asked for one")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          POST   | /v1/members/ada/transfers      | {"id":"t-1","points":5}
          PATCH  | /v1/members/ada                | {"autoTransfer":false}
          POST   | /v1/members/ada/statement-link | {"days":30}
          DELETE | /v1/members/ada/statement-link | {}
          """)
  void refused(String method, String path, String body) {
    HttpAnswer answer =
        api.send(MemberApi.by("ada", method, path).json(body).query("preview", "true"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations())
        .containsExactly(
            "preview: is not supported by this call: omit it, and the call takes effect");
    assertThat(api.get("ada", "/transfers").body().get("transfers")).isEmpty();
    assertThat(api.books.members().find("ada").orElseThrow().autoTransfer()).isTrue();
  }
}
