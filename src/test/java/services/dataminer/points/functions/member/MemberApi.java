package services.dataminer.points.functions.member;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.transfer.Transfers;

/// The function on a table of its own. Every answer is held against the contract.
final class MemberApi {

  final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  final Transfers transfers = new Transfers(books.table());

  private final MemberApiFunction function =
      new MemberApiFunction(MemberCallsOnTable.of(books.table()));

  /// A call by someone who is no administrator.
  static HttpCall by(String member, String method, String path) {
    return HttpCall.of(method, path).scopes().by(member);
  }

  HttpAnswer send(HttpCall call) {
    return HttpAnswer.checked(call.event(), function::answer);
  }

  /// The bare answer, whatever it is.
  APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    return function.answer(event);
  }

  /// A call that a member makes about themselves.
  ///
  /// @param rest of the path, such as `/transfers`
  HttpAnswer get(String member, String rest) {
    return send(by(member, "GET", "/v1/members/" + member + rest));
  }

  HttpAnswer ask(String member, String json) {
    return send(by(member, "POST", "/v1/members/" + member + "/transfers").json(json));
  }

  HttpAnswer patch(String member, String json) {
    return send(by(member, "PATCH", "/v1/members/" + member).json(json));
  }
}
