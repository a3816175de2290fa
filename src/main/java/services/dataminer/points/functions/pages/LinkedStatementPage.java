package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Optional;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.link.StatementLinks;
import services.dataminer.points.platform.http.Request;

/// `GET /statement/{token}`: the statement of the member whose link this is, to anybody. Whatever
/// is no link that works gets one and the same response. It takes three reads of the table, without
/// a link two.
@Singleton
public class LinkedStatementPage {

  /// Its path holds a secret, so no page leads here and nothing repeats the path.
  static final String ROUTE = "GET /statement/{token}";

  private final StatementLinks links;
  private final StatementPage statement;
  private final ZoneId timeZone;

  public LinkedStatementPage(StatementLinks links, StatementPage statement, ZoneId timeZone) {
    this.links = links;
    this.statement = statement;
    this.timeZone = timeZone;
  }

  public APIGatewayV2HTTPResponse get(Request request) {
    Optional<Member> member = links.holder(request.pathParameter("token"), request.receivedAt());
    return HtmlResponses.atSecretAddress(
        member
            .map(holder -> statement.linked(request, holder))
            .orElseGet(() -> nothing(Formats.of(request, timeZone))));
  }

  private static APIGatewayV2HTTPResponse nothing(Formats formats) {
    return MessagePage.show(
        404,
        new PageFrame("No statement", "/statement", Optional.empty(), formats),
        "There is no statement here",
        "The link has expired, was revoked or is incomplete. Ask whoever gave it to you for a new"
            + " one.");
  }
}
