package services.dataminer.points.functions.member;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.HttpAnswer.json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Keys;

@DisplayName("Automatic transfer")
@WholeSuite
class AutoTransferResourceTest {

  private final MemberApi api = new MemberApi();

  @BeforeEach
  void someone() {
    api.books.member("ada");
  }

  private boolean isOn() {
    return api.books.members().find("ada").orElseThrow().autoTransfer();
  }

  @Test
  @DisplayName("is switched off and on by the member, and by administrators")
  void switched() {
    assertThat(api.patch("ada", "{\"autoTransfer\":false}").body())
        .isEqualTo(json("{\"id\":\"ada\",\"autoTransfer\":false}"));
    assertThat(isOn()).isFalse();
    assertThat(api.patch("ada", "{\"autoTransfer\":false}").status()).isEqualTo(200);

    assertThat(
            api.send(HttpCall.of("PATCH", "/v1/members/ada").json("{\"autoTransfer\":true}"))
                .status())
        .isEqualTo(200);
    assertThat(isOn()).isTrue();
  }

  @Test
  @DisplayName("switched on, it lets the next night find what there is already")
  void found() {
    api.books.grant("ada", "a", "2026-05-01", 100);
    api.patch("ada", "{\"autoTransfer\":false}");
    api.books.table().change(Keys.balance("ada"), new Change().remove("due").remove("dueAt"));
    Balance before = api.books.balance("ada");

    api.patch("ada", "{\"autoTransfer\":true}");

    assertThat(new DueWork(api.books.table()).all(Due.TRANSFER))
        .containsExactly(Keys.balance("ada"));
    assertThat(api.books.balance("ada").transferable()).isEqualTo(before.transferable());
  }

  @ParameterizedTest
  @DisplayName("says what is wrong, and stays as it was")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          BODY                                      | FAULT
          {}                                        | autoTransfer: is missing
          {"autoTransfer":null}                     | autoTransfer: is missing
          {"autoTransfer":"no"}                     | autoTransfer: must be true or false
          {"autoTransfer":false,"partnerId":"acme"} | partnerId: is not a known field: remove it
          """)
  void refused(String body, String fault) {
    var answer = api.patch("ada", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(fault);
    assertThat(isOn()).isTrue();
  }

  @Test
  @DisplayName("is nobody else's to switch")
  void someoneElses() {
    api.books.member("ben");

    assertThat(
            api.send(
                    MemberApi.by("ben", "PATCH", "/v1/members/ada")
                        .json("{\"autoTransfer\":false}"))
                .status())
        .isEqualTo(403);

    assertThat(isOn()).isTrue();
    assertThat(api.patch("zoe", "{\"autoTransfer\":false}").status()).isEqualTo(404);
  }
}
