package services.dataminer.points.functions.member;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import services.dataminer.points.functions.AnyConfig;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.directory.MemberLists;
import services.dataminer.points.ledger.directory.Partners;
import services.dataminer.points.ledger.directory.Pseudonyms;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.show.Pending;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.ledger.view.ActivityViews;
import services.dataminer.points.ledger.view.MemberActivities;

/// The function on a table of its own. Every answer is held against the contract.
final class MemberApi {

  final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  final Transfers transfers = new Transfers(books.table());

  private final MemberApiFunction function = function(books, transfers);

  private static MemberApiFunction function(Bookkeeping books, Transfers transfers) {
    Table table = books.table();
    var directory =
        new Directory(
            new Pseudonyms(() -> new byte[32]), List.of("skyline.be"), RuleBookYaml.shipped());
    var entries = new Entries(table);
    var rules = RuleBookYaml.shipped();
    var balance = new ReadBalance(entries, new Pending(table), rules, Bookkeeping.BRUSSELS);
    return new MemberApiFunction(
        new MemberAccess(books.members(), new Partners(table, directory), AnyConfig.config()),
        balance,
        new ReadEntries(entries),
        new ReadActivities(new MemberActivities(table), new ActivityViews(table)),
        new TransferResource(transfers, rules, Bookkeeping.BRUSSELS),
        new SwitchAutoTransfer(books.members()),
        new ReadPartnerStanding(new MemberLists(table), books.members(), balance),
        new ApiDescription());
  }

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
