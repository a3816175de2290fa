package services.dataminer.points.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In a browser, an administrator with a file")
@InChromium
class ImportBrowserIT {

  private static PointsClient points;

  private final Chromium chromium;
  private Scene scene;
  private Tab tab;

  ImportBrowserIT(Chromium chromium) {
    this.chromium = chromium;
  }

  @BeforeAll
  static void cloud(PointsClient client) {
    points = client;
  }

  @BeforeEach
  void signIn() {
    scene = Scene.of(points);
    tab = chromium.open(points.url()).signIn("local-admin");
  }

  @AfterEach
  void close() {
    tab.close();
  }

  @Test
  @DisplayName(
      "corrects three bad lines of a file, enters it, and enters nothing when it is repeated")
  void importedFile() {
    String bad =
        pastAwards()
            .replace("award-3,", "award-2,")
            .replace(",40,", ",forty,")
            .replace(scene.id("ada") + ",60,", "nobody-here,60,");
    tab.open("/admin/import").inspect("import").fill("what", "adjustment");

    choose(bad);
    assertThat(tab.page().locator("#result .done")).containsText("3 wrong");
    assertThat(tab.page().locator("#result table").first().locator("tbody tr")).hasCount(3);
    assertThat(tab.button("Enter 65 lines")).hasCount(0);
    tab.inspect("import-wrong");

    choose(pastAwards());
    assertThat(tab.button("Enter 65 lines")).hasCount(1);
    tab.page().setInputFiles("#file", payload(bad));
    assertThat(tab.button("Enter 65 lines")).hasCount(0);

    choose(pastAwards());
    tab.button("Enter 65 lines").click();
    assertThat(tab.page().locator("#result .done")).hasText("65 lines entered.");
    choose(pastAwards());
    assertThat(tab.page().locator("#result .done")).containsText("0 new, 0 changed, 65 as stored");
    assertThat(tab.page().locator("#result button")).hasCount(0);
    points.idle();

    tab.dropCookies();
    tab.signIn("local-member:" + scene.id("ada")).inspect("me-many");
    assertThat(tab.words()).contains("5 more in the statement of the year");
    tab.follow("5 more in the statement of the year");
    assertThat(tab.page().locator(".entries tbody tr")).hasCount(65);
  }

  /// 65 lines of 1 to 65 points: `/me` shows 60 entries. A quote within a cell begins no other, and
  /// the rows of empty cells at the end are no lines.
  private String pastAwards() {
    return IntStream.rangeClosed(1, 65)
        .mapToObj(
            n ->
                "%s-award-%d,%s,%d,%s,2026-09-%02dT10:00\n"
                    .formatted(scene.id("past"), n, scene.id("ada"), n, reason(n), 1 + n % 28))
        .collect(Collectors.joining("", "id,memberId,points,reason,occurredAt\n", ",,,,\n,,,,\n"));
  }

  private static String reason(int number) {
    return number == 1 ? "for 24\" screens" : "\"before, by hand\"";
  }

  private void choose(String csv) {
    tab.page().setInputFiles("#file", payload(csv));
    tab.button("Check").click();
  }

  private static FilePayload payload(String csv) {
    byte[] bytes = csv.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    return new FilePayload("past.csv", "text/csv", bytes);
  }

  @Test
  @DisplayName("imports what is pasted where script is off")
  void importedWithoutScript() {
    String csv = "id,name,kind\n%s,Skyways,BUSINESS\n".formatted(scene.id("sky"));
    try (Tab plain = chromium.openWithoutScript(points.url()).signIn("local-admin")) {
      assertThat(plain.open("/admin/import").page().locator("#file")).isHidden();
      plain.fill("what", "partner").fill("text", csv.replace("BUSINESS", "NAVY")).press("Check");
      assertThat(plain.words()).contains("1 wrong. Nothing is entered yet.");

      plain.fill("text", csv).press("Check");
      assertThat(plain.words()).contains("1 new");
      plain.press("Enter 1 line");
      assertThat(plain.words()).contains("1 line entered.");
      assertThat(plain.open("/admin/partners?q=skyways").words()).contains("Skyways");
    }
  }

  /// The site is sent a hundred lines at a time and sees no others.
  @Test
  @DisplayName("is told of an address that lines far apart have in common")
  void repeatedFarApart() {
    String people =
        IntStream.rangeClosed(1, 250)
            .mapToObj(n -> person(n, n == 240 ? 7 : n))
            .collect(Collectors.joining("", "id,name,emails,signedUpOn\n", ""));
    tab.open("/admin/import").fill("what", "member");

    choose(people);

    String repeated = scene.address("p7") + " is on line 8 already.";
    assertThat(tab.page().locator("#result .done")).containsText("249 new");
    assertThat(tab.page().locator("#result table").first()).containsText("241");
    assertThat(tab.page().locator("#result table").first()).containsText("emails " + repeated);
    assertThat(tab.page().locator("#result button")).hasCount(0);
  }

  private String person(int number, int address) {
    return "%s,Person %d,%s,2024-01-15\n"
        .formatted(scene.id("p" + number), number, scene.address("p" + address));
  }
}
