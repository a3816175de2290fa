package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import services.dataminer.points.functions.pages.template.JtehomeGenerated;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.ProgramView;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.RuleBook;

/// `GET /`: what the program is and what everything pays, by the rules in force.
@Singleton
public class HomePage {

  private final RuleBook rules;
  private final ZoneId timeZone;

  public HomePage(RuleBook rules, ZoneId timeZone) {
    this.rules = rules;
    this.timeZone = timeZone;
  }

  public APIGatewayV2HTTPResponse get(Request request, Optional<Visitor> visitor) {
    Formats formats = Formats.of(request, timeZone);
    LocalDate today = LocalDate.ofInstant(request.receivedAt(), timeZone);
    Edition edition = rules.inForceOrFirst(today);
    var frame = new PageFrame("The program", "/", visitor, formats);
    return HtmlResponses.page(
        200, html -> JtehomeGenerated.render(html, null, frame, ProgramView.of(edition, formats)));
  }
}
