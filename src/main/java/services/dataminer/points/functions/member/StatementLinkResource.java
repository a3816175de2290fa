package services.dataminer.points.functions.member;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import services.dataminer.points.application.link.MakeStatementLink;
import services.dataminer.points.application.link.MakeStatementLink.Outcome;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.link.StatementLinks;
import services.dataminer.points.platform.crypto.RandomText;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;

/// `/v1/members/{id}/statement-link`: links that show a member's statement to whoever has one.
@Singleton
class StatementLinkResource {

  private static final int LIMIT_BYTES = 4096;

  private final MakeStatementLink make;
  private final StatementLinks links;

  StatementLinkResource(MakeStatementLink make, StatementLinks links) {
    this.make = make;
    this.links = links;
  }

  record StatementLinkView(String url, Instant expiresAt) {}

  /// 201 with a new link, which nobody can read back later.
  APIGatewayV2HTTPResponse post(String memberId, Request request, Editor editor) {
    long days =
        Fields.strict(request.json(LIMIT_BYTES))
            .read(body -> body.whole("days", 1, MakeStatementLink.MOST_DAYS));
    String token = RandomText.next();
    return switch (make.make(memberId, token, Math.toIntExact(days), editor)) {
      case Outcome.Made(Instant expiresAt) ->
          Responses.created(
              new StatementLinkView(request.origin() + "/statement/" + token, expiresAt));
      case Outcome.TooMany(int most) ->
          throw Problem.conflict(
                  "Nothing was stored: %d links to this statement work, and no more may. End them all, or wait until one expires."
                      .formatted(most))
              .asException();
      case Outcome.OfNoOne _ -> throw Problem.unknown("member", memberId).asException();
    };
  }

  /// 204: none of the member's links works any more.
  APIGatewayV2HTTPResponse delete(String memberId, Editor editor) {
    links.endAll(memberId, editor);
    return Responses.noContent();
  }
}
