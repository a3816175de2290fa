package services.dataminer.points.functions.admin;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.functions.Oddities;

@DisplayName("Whatever administrators send")
@WholeSuite
class AdminApiOdditiesTest {

  private final AdminApi api = AdminApi.withAda();

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("is never a fault of ours")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GET    | /v1/partners/acme |
          PUT    | /v1/partners/acme | {"name":"Acme","kind":"BUSINESS","domains":["acme.example"]}
          GET    | /v1/members/ada |
          PUT    | /v1/members/ada | {"name":"Ada","emails":["ada@acme.example"],"accounts":[{"homePage":"https://lms.example","name":"42"}],"openIds":["https://id.example/ada"],"partnerId":"acme","signedUpOn":"2023-04-12","autoTransfer":true}
          DELETE | /v1/members/none |
          GET    | /v1/shows/ibc-2026 |
          PUT    | /v1/shows/ibc-2026 | {"name":"IBC","startsOn":"2026-09-11","endsOn":"2026-09-14","timeZone":"Europe/Amsterdam","calendarEventTypes":[1131]}
          GET    | /v1/shows/ibc-2026/meetings |
          GET    | /v1/courses |
          PUT    | /v1/courses | {"title":"Agile","kind":"COURSE","points":{"enrolled":10,"completed":50}}
          POST   | /v1/hosted-events | {"id":"e-1","title":"Inspire","series":"INSPIRE","days":[{"date":"2026-08-01","points":1000},{"date":"2026-08-02","points":800}],"people":["ada"]}
          POST   | /v1/use-cases/uc-1/acceptance | {"title":"Cloud","authors":["ada"],"points":750,"acceptedOn":"2026-08-05"}
          POST   | /v1/contributions | {"id":"c-2","memberId":"ada","action":"answer-question","occurredAt":"2026-08-05T10:00:00Z","evidence":"https://a.example"}
          POST   | /v1/adjustments | {"id":"adj-1","memberId":"ada","points":-50,"reason":"booked twice","occurredAt":"2026-08-05T10:00:00Z"}
          GET    | /v1/activities/contribution:c-1 |
          POST   | /v1/activities/contribution:c-1/retraction | {"reason":"by mistake"}
          POST   | /v1/activities/contribution:c-1/judgement | {}
          """)
  void neverOurFault(String method, String path, String body) {
    Oddities.tryOut(
        method + " " + path,
        odd -> {
          HttpCall call = HttpCall.of(method, path).by(odd.caller("grace"));
          return odd.spoilt((body == null ? call : call.json(body)).event());
        },
        api::answer);
  }
}
