package services.dataminer.points.functions.member;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.functions.Oddities;

@DisplayName("Whatever members ask for")
@WholeSuite
class MemberApiOdditiesTest {

  private final MemberApi api = new MemberApi();

  @BeforeEach
  void ada() {
    api.books.partner("acme");
    api.books.member("ada", true, Optional.of("acme"), "ada@acme.example");
    api.books.grant("ada", "m-1", "2026-08-14", 500);
    api.books.grant("ada", "m-2", "2026-08-15", 100);
    api.books.reserve("ada", "t-1", 10);
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("is never a fault of ours")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GET   | /v1/members/ada/balance |
          GET   | /v1/members/ada/entries |
          GET   | /v1/members/ada/activities |
          GET   | /v1/members/ada/transfers |
          POST  | /v1/members/ada/transfers | {"id":"t-2","points":1}
          PATCH | /v1/members/ada | {"autoTransfer":false}
          POST  | /v1/members/ada/statement-link | {"days":30}
          DELETE | /v1/members/ada/statement-link |
          GET   | /v1/partners/acme/standing |
          """)
  void neverOurFault(String method, String path, String body) {
    Oddities.tryOut(
        method + " " + path,
        odd -> {
          HttpCall call = HttpCall.of(method, path).by(odd.caller("ada"));
          if (odd.oneIn(2)) {
            call.scopes();
          }
          return odd.spoilt((body == null ? call : call.json(body)).event());
        },
        api::answer);
  }
}
