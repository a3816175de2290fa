package services.dataminer.points.functions.lms;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import services.dataminer.points.platform.http.HttpEdge;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;

/// The way in for learning management systems: a statement sink by the rules of xAPI. Every answer,
/// refusals included, says in which version of xAPI it is.
public class XapiStatementsFunction {

  private final ReceiveStatements statements;

  XapiStatementsFunction(ReceiveStatements statements) {
    this.statements = statements;
  }

  @Funq("xapi-statements")
  public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    Request request = Request.of(event);
    APIGatewayV2HTTPResponse answer = HttpEdge.answer(() -> route(request));
    XapiVersion version =
        request.header(XapiVersion.HEADER).flatMap(XapiVersion::of).orElse(XapiVersion.V2);
    answer.getHeaders().put(XapiVersion.HEADER, version.spoken());
    return answer;
  }

  private APIGatewayV2HTTPResponse route(Request request) {
    return switch (request.routeKey()) {
      case "GET /xapi/about" -> statements.about(request);
      case "POST /xapi/statements" -> statements.post(request);
      case "PUT /xapi/statements" -> statements.put(request);
      default -> throw Problem.notFound("There is no such xAPI resource here.").asException();
    };
  }
}
