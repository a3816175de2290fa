package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.application.standing.ReadPartnerStanding;
import services.dataminer.points.application.standing.ReadPartnerStanding.Person;
import services.dataminer.points.functions.pages.template.JtepartnerGenerated;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.directory.Partner;
import services.dataminer.points.ledger.directory.Partners;
import services.dataminer.points.platform.http.Request;

/// `GET /partner`: where the people of the visitor's partner stand.
@Singleton
public class PartnerPage {

  private final Members members;
  private final Partners partners;
  private final ReadPartnerStanding standing;
  private final ZoneId timeZone;

  public PartnerPage(
      Members members, Partners partners, ReadPartnerStanding standing, ZoneId timeZone) {
    this.members = members;
    this.partners = partners;
    this.standing = standing;
    this.timeZone = timeZone;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    var frame =
        new PageFrame(
            "My partner", "/partner", Optional.of(visitor), Formats.of(request, timeZone));
    Optional<Partner> partner =
        members.find(visitor.memberId()).flatMap(Member::partnerId).flatMap(partners::find);
    if (partner.isEmpty()) {
      return MessagePage.show(
          404,
          frame,
          "You belong to no partner",
          "Whose people you are is entered by an administrator.");
    }
    List<Person> people = standing.read(partner.get().id(), request.receivedAt());
    return HtmlResponses.page(
        200, html -> JtepartnerGenerated.render(html, null, frame, partner.get().name(), people));
  }
}
