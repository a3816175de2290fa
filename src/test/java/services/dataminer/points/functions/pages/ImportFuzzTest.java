package services.dataminer.points.functions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.Foreign;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.ledger.FrozenTable;
import services.dataminer.points.ledger.LocalTable;

/// The first line names the form, the rest is the file.
@DisplayName("An import, whatever the file,")
@WholeSuite
class ImportFuzzTest {

  private static final PagesOnTable PAGES = new PagesOnTable(FrozenTable.of(LocalTable.fresh()));

  @FuzzTest
  void check(byte[] sent) {
    String[] parts = new String(sent, StandardCharsets.UTF_8).split("\n", 2);
    String text = parts.length == 2 ? parts[1] : "";
    APIGatewayV2HTTPResponse response =
        Foreign.read(
            () ->
                PAGES.sendForJson(
                    PagesOnTable.administrator(), "/admin/import", "what", parts[0], "text", text));
    assertThat(response.getStatusCode()).isIn(200, 413, 422);
    if (response.getStatusCode() == 200) {
      int lines = text.split("\r\n|\r|\n", -1).length;
      HttpAnswer.of(response)
          .body()
          .path("problems")
          .forEach(it -> assertThat(it.path("line").intValue()).isBetween(2, lines));
    }
  }
}
