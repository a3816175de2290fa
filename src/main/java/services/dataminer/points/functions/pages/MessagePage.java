package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import services.dataminer.points.functions.pages.template.JtemessageGenerated;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;

/// A page that says one thing: that there is nothing, or what went wrong and what to do.
public final class MessagePage {

  private MessagePage() {}

  public static APIGatewayV2HTTPResponse show(
      int status, PageFrame frame, String heading, String text) {
    return HtmlResponses.page(
        status, html -> JtemessageGenerated.render(html, null, frame, heading, text));
  }
}
