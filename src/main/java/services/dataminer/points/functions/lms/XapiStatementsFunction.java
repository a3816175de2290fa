package services.dataminer.points.functions.lms;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.util.Optional;
import services.dataminer.points.platform.http.HttpEdge;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;

/// The way in for learning management systems: a statement sink by the rules of xAPI. Every answer,
/// refusals included, says in which version of xAPI it is.
@Singleton
public class XapiStatementsFunction {

  private final ReceiveStatements statements;

  XapiStatementsFunction(ReceiveStatements statements) {
    this.statements = statements;
  }

  @Funq("xapi-statements")
  public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    APIGatewayV2HTTPResponse answer =
        HttpEdge.answer(event, request -> answer(XapiCall.of(request)));
    return inVersion(Request.of(event).header(XapiVersion.HEADER), answer);
  }

  /// A call can name a version that its request does not.
  private APIGatewayV2HTTPResponse answer(XapiCall call) {
    return inVersion(call.header(XapiVersion.HEADER), HttpEdge.answer(() -> route(call)));
  }

  private static APIGatewayV2HTTPResponse inVersion(
      Optional<String> asked, APIGatewayV2HTTPResponse answer) {
    answer.getHeaders().putIfAbsent(XapiVersion.HEADER, XapiVersion.spokenTo(asked));
    return answer;
  }

  private APIGatewayV2HTTPResponse route(XapiCall call) {
    return switch (call.route()) {
      case "GET /xapi/about" -> statements.about(call);
      case "POST /xapi/statements" -> statements.post(call);
      case "PUT /xapi/statements" -> statements.put(call);
      default ->
          throw Problem.notFound(
                  "There is no such xAPI resource. Send statements to /xapi/statements.")
              .asException();
    };
  }
}
