package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import services.dataminer.points.application.standing.ReadPartnerShows;
import services.dataminer.points.application.standing.ReadPartnerStanding;
import services.dataminer.points.functions.pages.template.JtepartnerGenerated;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.PartnerView;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.directory.Partner;
import services.dataminer.points.ledger.directory.Partners;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;

/// `GET /partner`: where the people of the visitor's partner stand, and the partner's meetings at
/// shows. Administrators see any partner, by the parameter `id`.
@Singleton
public class PartnerPage {

  private final Members members;
  private final Partners partners;
  private final ReadPartnerStanding standing;
  private final ReadPartnerShows shows;
  private final ZoneId timeZone;

  public PartnerPage(
      Members members,
      Partners partners,
      ReadPartnerStanding standing,
      ReadPartnerShows shows,
      ZoneId timeZone) {
    this.members = members;
    this.partners = partners;
    this.standing = standing;
    this.shows = shows;
    this.timeZone = timeZone;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    var frame =
        new PageFrame(
            "My partner", "/partner", Optional.of(visitor), Formats.of(request, timeZone));
    Optional<String> wanted = request.query("id");
    if (wanted.isPresent() && visitor.isAdministrator()) {
      Partner partner =
          partners
              .find(wanted.get())
              .orElseThrow(() -> Problem.notFound("There is no such partner.").asException());
      var named =
          new PageFrame(partner.name(), "/admin/partners", frame.visitor(), frame.formats());
      return show(request, named, partner);
    }
    Optional<String> own = members.find(visitor.memberId()).flatMap(Member::partnerId);
    if (wanted.isPresent() && !wanted.equals(own)) {
      throw Problem.forbidden("Only a partner's own people and administrators can see this page.")
          .asException();
    }
    Optional<Partner> partner = own.flatMap(partners::find);
    return partner.isPresent()
        ? show(request, frame, partner.get())
        : MessagePage.show(
            404, frame, "You belong to no partner", "An administrator assigns you to a partner.");
  }

  private APIGatewayV2HTTPResponse show(Request request, PageFrame frame, Partner partner) {
    LocalDate today = LocalDate.ofInstant(request.receivedAt(), timeZone);
    var view =
        new PartnerView(
            partner.name(),
            standing.read(partner.id(), request.receivedAt()),
            shows.around(partner.id(), today));
    return HtmlResponses.page(200, html -> JtepartnerGenerated.render(html, null, frame, view));
  }
}
