package services.dataminer.points.functions.pages.view;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.function.Consumer;
import services.dataminer.points.platform.http.SafeHeaders;

/// Responses that browsers show. Nothing but what this origin serves is loaded, no script or style
/// stands in a page, and no cache keeps one.
public final class HtmlResponses {

  private static final String SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private HtmlResponses() {}

  /// A page.
  ///
  /// @param template writes it, every value escaped for the place where it stands
  public static APIGatewayV2HTTPResponse page(int status, Consumer<HtmlTemplateOutput> template) {
    var html = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(html));
    Map<String, String> headers = headers();
    headers.put("content-type", "text/html; charset=utf-8");
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(headers)
        .withBody(html.toString())
        .build();
  }

  /// A page whose address is a secret: its visitor's browser tells the address to nobody, this site
  /// included, and no search engine lists it.
  public static APIGatewayV2HTTPResponse atSecretAddress(APIGatewayV2HTTPResponse page) {
    page.getHeaders().put("referrer-policy", "no-referrer");
    page.getHeaders().put("x-robots-tag", "noindex, nofollow, noarchive");
    return page;
  }

  private static Map<String, String> headers() {
    Map<String, String> headers = SafeHeaders.uncached();
    headers.put("content-security-policy", SECURITY_POLICY);
    headers.put("referrer-policy", "same-origin");
    return headers;
  }
}
