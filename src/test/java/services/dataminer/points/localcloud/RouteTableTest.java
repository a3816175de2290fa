package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A route table")
class RouteTableTest {
  private final RouteTable table =
      new RouteTable(
          List.of(
              route("ANY", "$default"),
              route("ANY", "/{proxy+}"),
              route("ANY", "/v1/members/{id}"),
              route("GET", "/v1/members/{id}"),
              route("GET", "/v1/members/all"),
              route("GET", "/v1/members/{id}/balance"),
              route("GET", "/v1/{rest+}")));

  @ParameterizedTest(name = "{0} {1} takes {2}")
  @DisplayName("takes the most specific route")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | /v1/members/all         | GET /v1/members/all
          GET  | /v1/members/ada         | GET /v1/members/{id}
          PUT  | /v1/members/ada         | ANY /v1/members/{id}
          GET  | /v1/members/ada/balance | GET /v1/members/{id}/balance
          GET  | /v1/members/ada/else    | GET /v1/{rest+}
          POST | /v1/members/ada/else    | ANY /{proxy+}
          GET  | /                       | $default
          """)
  void mostSpecificIsTaken(String method, String path, String key) {
    assertThat(table.find(method, path).map(match -> match.route().key())).contains(key);
  }

  @Test
  @DisplayName("decodes the values of variables, a greedy one with its slashes")
  void variablesAreDecoded() {
    assertThat(table.find("GET", "/v1/members/calcom%3Aa%2Fb+c").orElseThrow().pathParameters())
        .isEqualTo(Map.of("id", "calcom:a/b+c"));
    assertThat(table.find("GET", "/v1/x/y%20z").orElseThrow().pathParameters())
        .isEqualTo(Map.of("rest", "x/y z"));
  }

  @Test
  @DisplayName("refuses a path whose encoding is broken")
  void brokenEncodingIsRefused() {
    assertThatThrownBy(() -> table.find("GET", "/v1/members/%zz"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Route route(String method, String path) {
    return new Route(method, path, "f", Optional.empty());
  }
}
