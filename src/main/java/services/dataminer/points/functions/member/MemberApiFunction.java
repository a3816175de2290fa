package services.dataminer.points.functions.member;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import services.dataminer.points.platform.http.HttpEdge;

/// The members' way in.
@Singleton
public class MemberApiFunction {

  private final MemberCalls calls;

  MemberApiFunction(MemberCalls calls) {
    this.calls = calls;
  }

  @Funq("member-api")
  public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    return HttpEdge.answer(event, calls::answer);
  }
}
