package services.dataminer.points.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The Chromium of this machine, driven by Playwright, which downloads none.
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /// As wide and high as the window of a laptop.
  private static final int WIDTH = 1200;

  private static final int HEIGHT = 900;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /// Where it is, if there is one.
  static Optional<Path> find() {
    return NAMES.stream()
        .flatMap(
            name ->
                Pattern.compile(File.pathSeparator)
                    .splitAsStream(System.getenv("PATH"))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start() {
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    PlaywrightAssertions.setDefaultAssertionTimeout(PointsClient.PATIENCE.toMillis());
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(find().orElseThrow())
            .setTimeout(PointsClient.PATIENCE.toMillis());
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /// A tab with cookies of its own.
  ///
  /// @param site where paths lead to, without a slash at the end
  Tab open(String site) {
    return open(site, true);
  }

  /// A tab that runs no script of a page.
  Tab openWithoutScript(String site) {
    return open(site, false);
  }

  private Tab open(String site, boolean script) {
    return new Tab(
        site,
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setColorScheme(ColorScheme.LIGHT)
                .setLocale("en-GB")
                .setViewportSize(WIDTH, HEIGHT)));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
