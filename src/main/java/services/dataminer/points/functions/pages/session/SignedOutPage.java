package services.dataminer.points.functions.pages.session;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.util.List;
import services.dataminer.points.functions.pages.template.JtesignedoutGenerated;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;

/// Leads from a form to the issuer. Browsers that allow forms to go to this site alone refuse a
/// redirect that answers a form and leads elsewhere, so a page is between them.
final class SignedOutPage {

  private SignedOutPage() {}

  static APIGatewayV2HTTPResponse leadingTo(URI issuer, PageFrame frame, List<String> cookies) {
    String address = issuer.toASCIIString();
    APIGatewayV2HTTPResponse page =
        HtmlResponses.page(200, html -> JtesignedoutGenerated.render(html, null, frame, address));
    page.getHeaders().put("refresh", "0; url=" + address);
    page.setCookies(cookies);
    return page;
  }
}
