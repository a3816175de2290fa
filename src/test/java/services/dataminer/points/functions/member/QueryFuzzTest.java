package services.dataminer.points.functions.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.Foreign;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.WireCall;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.FrozenTable;
import services.dataminer.points.ledger.LocalTable;

@DisplayName("A call of a member, whatever its query, its cursor and its body,")
@WholeSuite
class QueryFuzzTest {

  private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");
  private static final List<String> ROUTES =
      List.of(
          "GET /openapi.yaml",
          "GET /v1/members/{id}/balance",
          "GET /v1/members/{id}/entries",
          "GET /v1/members/{id}/activities",
          "GET /v1/members/{id}/transfers",
          "POST /v1/members/{id}/transfers",
          "PATCH /v1/members/{id}",
          "POST /v1/members/{id}/statement-link",
          "DELETE /v1/members/{id}/statement-link",
          "GET /v1/partners/{id}/standing");

  private static final MemberApiFunction FUNCTION = function();

  private static MemberApiFunction function() {
    LocalTable local = LocalTable.fresh();
    var books = new Bookkeeping(local);
    books.partner("acme");
    books.member("ada", true, Optional.of("acme"), "ada@acme.example");
    for (int day = 10; day < 31; day++) {
      books.grant("ada", "m-" + day, "2026-08-" + day, 100);
    }
    books.reserve("ada", "t-1", 10);
    return new MemberApiFunction(MemberCallsOnTable.of(FrozenTable.of(local).table()));
  }

  @FuzzTest
  void call(byte[] sent) {
    WireCall.of(sent).event(ROUTES, "ada", NOW).ifPresent(QueryFuzzTest::follow);
  }

  /// The cursor that a page gives leads to the next one, with whatever else the query asked for.
  private static void follow(APIGatewayV2HTTPEvent event) {
    HttpAnswer page = Foreign.answer(event, FUNCTION::answer);
    if (page.status() == 200 && page.body() != null && page.body().hasNonNull("next")) {
      Map<String, String> query =
          new HashMap<>(Objects.requireNonNullElse(event.getQueryStringParameters(), Map.of()));
      query.put("cursor", page.body().path("next").asText());
      event.setQueryStringParameters(query);
      assertThat(Foreign.answer(event, FUNCTION::answer).status()).isEqualTo(200);
    }
  }
}
