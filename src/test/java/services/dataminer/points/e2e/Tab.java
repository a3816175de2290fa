package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A tab in which somebody uses the pages. Closing it fails if meanwhile a page wrote an error to
/// the console, lacked a file, or asked another site for anything.
final class Tab implements AutoCloseable {

  private static final String SESSION = "__Host-session";

  private final String site;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requested = new ArrayList<>();
  private int status;

  Tab(String site, BrowserContext context) {
    this.site = site;
    this.context = context;
    context.setDefaultTimeout(PointsClient.PATIENCE.toMillis());
    page = context.newPage();
    page.onConsoleMessage(this::note);
    page.onPageError(complaints::add);
    page.onRequest(this::note);
    page.onResponse(this::note);
  }

  private void note(ConsoleMessage message) {
    // Chromium reports each page that is answered 403 or 422 as a resource that failed to load.
    boolean isStatus = message.text().startsWith("Failed to load resource");
    if (message.type().equals("error") && !isStatus) {
      complaints.add(message.text());
    }
  }

  private void note(Request request) {
    requested.add(request.url());
    if (!request.url().startsWith(site + "/")) {
      complaints.add("asked for " + request.url());
    }
  }

  private void note(Response response) {
    if (response.request().isNavigationRequest()) {
      status = response.status();
    } else if (response.status() >= 400) {
      complaints.add(response.status() + " for " + response.url());
    }
  }

  /// Signs in without the issuer's page.
  ///
  /// @param as `local-admin`, or `local-member:` and an id
  Tab signIn(String as) {
    return open("/_local/sign-in?as=" + URLEncoder.encode(as, StandardCharsets.UTF_8));
  }

  Tab open(String path) {
    page.navigate(site + path);
    return this;
  }

  /// Follows the link with these words.
  Tab follow(String link) {
    return go(link(link));
  }

  /// Presses the button with these words, which sends its form.
  Tab press(String button) {
    return go(button(button));
  }

  /// Clicks what leads to another page.
  Tab go(Locator target) {
    return goBy(() -> target.first().click());
  }

  /// Does what leads to another page.
  Tab goBy(Runnable action) {
    page.waitForResponse(Tab::isPage, action);
    page.waitForLoadState();
    return this;
  }

  private static boolean isPage(Response response) {
    int status = response.status();
    return response.request().isNavigationRequest() && (status < 300 || status >= 400);
  }

  /// Fills the field of this name, or chooses from it.
  Tab fill(String field, String text) {
    Locator input = page.locator("main [name='" + field + "']");
    if (input.evaluate("it => it.tagName").equals("SELECT")) {
      input.selectOption(text);
    } else {
      input.fill(text);
    }
    return this;
  }

  Locator link(String words) {
    return page.getByRole(AriaRole.LINK, exactly(words));
  }

  Locator button(String words) {
    return page.getByRole(AriaRole.BUTTON, exactly(words));
  }

  private static Page.GetByRoleOptions exactly(String words) {
    return new Page.GetByRoleOptions().setName(words).setExact(true);
  }

  /// The status of the page that was opened last.
  int status() {
    return status;
  }

  String path() {
    return URI.create(page.url()).getPath();
  }

  /// What people read on the page.
  String words() {
    return page.locator("main").innerText();
  }

  String heading() {
    return page.locator("h1").innerText();
  }

  Page page() {
    return page;
  }

  /// The address of the newest request to a path.
  String requestTo(String path) {
    return requested.stream()
        .filter(url -> url.startsWith(site + path))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  /// Puts a guessed cookie in place of that of the session.
  void forgeSession() {
    String kept =
        context.cookies().stream()
            .filter(it -> it.name.equals(SESSION))
            .map(it -> it.value)
            .findAny()
            .orElseThrow();
    context.clearCookies();
    page.evaluate(
        "cookie => { document.cookie = cookie; }",
        SESSION + "=AAAA" + kept.substring(4) + "; Path=/; Secure");
    assertThat(context.cookies()).hasSize(1);
  }

  /// Drops the cookies, as the browser does with those that expired.
  void dropCookies() {
    context.clearCookies();
  }

  /// Fails if something is wrong with the page as people see it, see [PageInspection].
  ///
  /// @param name of its pictures
  Tab inspect(String name) {
    assertThat(findings(name)).isEmpty();
    return this;
  }

  /// What [PageInspection] finds.
  List<String> findings(String name) {
    return PageInspection.of(page, name);
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
