package services.dataminer.points.functions.pages.session;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Leads from a form to the issuer. Browsers that allow forms to go to this site alone refuse a
/// redirect that answers a form and leads elsewhere, so a page is between them.
final class SignedOutPage {

  private SignedOutPage() {}

  static APIGatewayV2HTTPResponse leadingTo(URI issuer, List<String> cookies) {
    // A URI has no quotes and no angle brackets.
    String address = issuer.toASCIIString().replace("&", "&amp;");
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(200)
        .withHeaders(
            Map.of(
                "cache-control", "no-store",
                "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
                "content-type", "text/html; charset=utf-8",
                "referrer-policy", "no-referrer",
                "refresh", "0; url=" + issuer.toASCIIString(),
                "strict-transport-security", "max-age=31536000",
                "x-content-type-options", "nosniff"))
        .withCookies(cookies)
        .withBody(
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Signed out - DevOps Points</title>
            <h1>You are signed out here</h1>
            <p><a href="%s">Sign out where you signed in, too</a></p>
            </html>
            """
                .formatted(address))
        .build();
  }
}
