package services.dataminer.points.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a page gets wrong: serious and critical findings of axe, on a laptop in light and on a
/// phone in dark colors; and a page wider than the phone. Leaves pictures in `target/pictures`.
final class PageInspection {

  private static final Path PICTURES = Path.of("target", "pictures");
  private static final Set<String> GRAVE = Set.of("serious", "critical");
  private static final List<String> STANDARDS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /// What color scheme and width can change.
  private static final List<String> OF_LOOK =
      List.of("color-contrast", "target-size", "scrollable-region-focusable");

  /// The narrowest screens in use, in CSS pixels.
  private static final int PHONE_WIDTH = 320;

  private static final int PHONE_HEIGHT = 640;

  /// A4 within its margins, in CSS pixels.
  private static final int PAPER_WIDTH = 680;

  private static final int PAPER_HEIGHT = 1009;

  private final Page page;
  private final String name;
  private final List<String> findings = new ArrayList<>();

  private PageInspection(Page page, String name) {
    this.page = page;
    this.name = name;
  }

  /// @param name of the pictures and in the findings
  static List<String> of(Page page, String name) {
    var inspection = new PageInspection(page, name);
    inspection.inspect();
    return inspection.findings;
  }

  /// Shows a page as a printer would, in a browser that prefers the dark, and leaves a picture and
  /// what the browser prints.
  static void print(Page page, String name) {
    page.setViewportSize(PAPER_WIDTH, PAPER_HEIGHT);
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
    new PageInspection(page, name).takePicture("print");
    page.pdf(new Page.PdfOptions().setFormat("A4").setPath(PICTURES.resolve(name + ".pdf")));
  }

  private void inspect() {
    ViewportSize before = page.viewportSize();
    takePicture("wide");
    axe("light", axe().withTags(STANDARDS));
    show(ColorScheme.DARK);
    page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
    takePicture("phone");
    axe("phone, dark", axe().withRules(OF_LOOK));
    Object beyond =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (((Number) beyond).intValue() > 0) {
      findings.add(name + ", phone: " + beyond + " pixels wider than the screen");
    }
    page.setViewportSize(before.width, before.height);
    show(ColorScheme.LIGHT);
  }

  private void show(ColorScheme scheme) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  /// In one frame, as the pages have no others.
  private AxeBuilder axe() {
    return new AxeBuilder(page).setLegacyMode(true);
  }

  private void axe(String look, AxeBuilder axe) {
    for (Rule rule : axe.analyze().getViolations()) {
      if (GRAVE.contains(rule.getImpact())) {
        rule.getNodes()
            .forEach(
                node ->
                    findings.add(
                        "%s, %s: %s (%s) at %s: %s"
                            .formatted(
                                name,
                                look,
                                rule.getId(),
                                rule.getImpact(),
                                node.getTarget(),
                                node.getFailureSummary())));
      }
    }
  }

  /// As JPEG, which the browser writes sooner than PNG.
  private void takePicture(String look) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setType(ScreenshotType.JPEG)
            .setPath(PICTURES.resolve(name + "-" + look + ".jpg")));
  }
}
