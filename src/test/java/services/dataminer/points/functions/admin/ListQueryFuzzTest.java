package services.dataminer.points.functions.admin;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.Foreign;
import services.dataminer.points.functions.WireCall;

@DisplayName("A question of an administrator, whatever its query and its cursor,")
@WholeSuite
class ListQueryFuzzTest {

  private static final List<String> ROUTES =
      List.of(
          "GET /v1/partners",
          "GET /v1/partners/{id}",
          "GET /v1/members",
          "GET /v1/members/{id}",
          "GET /v1/shows",
          "GET /v1/shows/{id}",
          "GET /v1/shows/{id}/meetings",
          "GET /v1/courses/missing",
          "GET /v1/courses",
          "GET /v1/activities/{id}");

  private static final AdminApi API = AdminApi.withAda().frozen();

  @FuzzTest
  void call(byte[] sent) {
    WireCall.of(sent)
        .event(ROUTES, "grace", Instant.parse("2026-09-01T10:00:00Z"), "points:admin")
        .ifPresent(event -> Foreign.answer(event, API::answer));
  }
}
