package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import services.dataminer.points.platform.http.HttpEdge;

/// The administrators' way in.
@Singleton
public class AdminApiFunction {

  private final AdminCalls calls;

  AdminApiFunction(AdminCalls calls) {
    this.calls = calls;
  }

  @Funq("admin-api")
  public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    return HttpEdge.answer(event, calls::answer);
  }
}
