package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;

/// What calls that enter something tell beforehand.
@WholeSuite
class DirectoryPreviewTest {

  private final AdminApi api = new AdminApi();

  @BeforeEach
  void directory() {
    api.program.partner("acme", "acme.example");
    api.program.member("ada", "acme", "ada@acme.example");
    api.program.show(CalendarFacts.IBC, CalendarFacts.IBC_EVENT_TYPE);
  }

  private static HttpCall put(String path, String body) {
    String[] parts = path.split("[?]id=");
    HttpCall call = HttpCall.of("PUT", parts[0]).json(body.replace('\'', '"'));
    return parts.length == 1 ? call : call.query("id", parts[1]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /v1/partners/skyways          | {'name':'Skyways','kind':'BUSINESS','domains':['skyways.example']}
          /v1/members/ben               | {'name':'Ben','emails':['ben@acme.example'],'signedUpOn':'2024-01-01'}
          /v1/shows/nab-2027            | {'name':'NAB','startsOn':'2027-04-03','endsOn':'2027-04-06','timeZone':'America/Los_Angeles','calendarEventTypes':[7]}
          /v1/courses?id=https://lms/2  | {'title':'Agile','kind':'QUIZ','points':{'passed':25}}
          """)
  void A_preview_is_answered_as_the_call_and_stores_nothing(String path, String body) {
    HttpAnswer preview = api.send(put(path, body).query("preview", "true"));
    HttpAnswer again = api.send(put(path, body).query("preview", "true"));
    HttpAnswer done = api.send(put(path, body));

    assertThat(preview.status()).isEqualTo(201);
    assertThat(again).isEqualTo(preview);
    assertThat(done).isEqualTo(preview);
    assertThat(api.send(put(path, body).query("preview", "true")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /v1/partners/skyways | {'name':'Skyways','kind':'BUSINESS','domains':['acme.example']}                   | domains[0]: belongs to partner acme: remove it there first
          /v1/shows/other      | {'name':'X','startsOn':'2026-09-14','endsOn':'2026-09-15','timeZone':'Europe/Amsterdam','calendarEventTypes':[7,1131]} | calendarEventTypes[1]: is in use for show ibc-2026 on one of these days: remove it or change the days
          /v1/members/ben      | {'name':'Ben','emails':['ada@acme.example'],'signedUpOn':'2024-01-01'}            | emails[0]: belongs to member ada: remove it there first
          /v1/members/ben      | {'name':'Ben','partnerId':'nobody','signedUpOn':'2024-01-01'}                     | partnerId: is not a partner: create the partner first
          """)
  void A_preview_refuses_what_the_call_would(String path, String body, String violation) {
    HttpAnswer preview = api.send(put(path, body).query("preview", "true"));

    assertThat(preview).isEqualTo(api.send(put(path, body)));
    assertThat(preview.violations()).containsExactly(violation);
  }
}
