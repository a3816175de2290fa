package services.dataminer.points.functions.calendar;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import services.dataminer.points.platform.http.HttpEdge;

/// `POST /webhooks/calendar`: receives signed calendar webhooks and queues what they report.
@Singleton
public class CalendarWebhookFunction {

  private final CalendarWebhook webhook;

  public CalendarWebhookFunction(CalendarWebhook webhook) {
    this.webhook = webhook;
  }

  @Funq("calendar-webhook")
  public APIGatewayV2HTTPResponse calendarWebhook(APIGatewayV2HTTPEvent event) {
    return HttpEdge.answer(event, webhook::answer);
  }
}
