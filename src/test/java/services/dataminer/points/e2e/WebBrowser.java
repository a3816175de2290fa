package services.dataminer.points.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Opens pages as a browser without script does: keeps cookies, follows redirects and links.
final class WebBrowser {

  private static final int MOST_REDIRECTS = 10;

  final Map<String, String> cookies = new LinkedHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI site;

  /// @param path where the browser ended
  record Shown(int status, String path, String body, Map<String, String> headers) {

    /// The address behind a link.
    String link(String text) {
      int end = body.indexOf("\">" + text + "</a>");
      if (end < 0) {
        throw new AssertionError("no link " + text + " in " + body);
      }
      return body.substring(body.lastIndexOf("href=\"", end) + 6, end).replace("&amp;", "&");
    }

    /// What a hidden field of a form holds.
    String hidden(String field) {
      String start = "name=\"" + field + "\" value=\"";
      int from = body.indexOf(start) + start.length();
      return body.substring(from, body.indexOf('"', from));
    }
  }

  WebBrowser(String site) {
    this.site = URI.create(site + "/");
  }

  Shown open(String path) {
    return follow(site.resolve(path), HttpRequest.newBuilder().GET());
  }

  Shown post(String path, String form) {
    return follow(
        site.resolve(path),
        HttpRequest.newBuilder()
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", site.getScheme() + "://" + site.getAuthority())
            .POST(BodyPublishers.ofString(form)));
  }

  private Shown follow(URI first, HttpRequest.Builder request) {
    URI at = first;
    HttpResponse<String> response = send(at, request);
    for (int i = 0; i < MOST_REDIRECTS && response.statusCode() == 303; i++) {
      at = at.resolve(response.headers().firstValue("location").orElseThrow());
      response = send(at, HttpRequest.newBuilder().GET());
    }
    return new Shown(
        response.statusCode(),
        at.getPath(),
        response.body(),
        response.headers().map().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().getFirst())));
  }

  private HttpResponse<String> send(URI address, HttpRequest.Builder request) {
    String sent =
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    if (!sent.isEmpty()) {
      request.header("cookie", sent);
    }
    try {
      HttpResponse<String> response =
          http.send(
              request.uri(address).timeout(PointsClient.PATIENCE).build(), BodyHandlers.ofString());
      response.headers().allValues("set-cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String cookie) {
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    if (pair[1].isEmpty()) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }
}
