package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import services.dataminer.points.functions.member.EntryCsv;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;

/// `GET /admin/statement` and `/admin/statement.csv`: the statement of the member whom the
/// parameter `member` names, for administrators.
@Singleton
public class MemberStatementPage {

  static final String PATH = "/admin/statement";

  private final StatementPage statement;
  private final Members members;

  public MemberStatementPage(StatementPage statement, Members members) {
    this.statement = statement;
    this.members = members;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    return statement.ofMember(request, visitor, member(request));
  }

  public APIGatewayV2HTTPResponse csv(Request request) {
    return Responses.text(
        "text/csv", EntryCsv.forPeople(statement.read(request, member(request)).entries()));
  }

  private Member member(Request request) {
    String id =
        request
            .query("member")
            .orElseThrow(
                () -> Problem.invalidField("member", "must be a member's id").asException());
    return members
        .find(id)
        .orElseThrow(() -> Problem.notFound("There is no such member.").asException());
  }
}
