package services.dataminer.points.functions.calendar;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;

public class CalendarWebhookFunction {
  @Funq("calendar-webhook")
  public APIGatewayV2HTTPResponse receive(APIGatewayV2HTTPEvent event) {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(202).build();
  }
}
