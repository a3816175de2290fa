package services.dataminer.points.functions.calendar.calcom;

import services.dataminer.points.functions.calendar.sender.CalendarSender;
import services.dataminer.points.functions.calendar.sender.Delivery;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.platform.http.JsonBody;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.secrets.Secrets;

/// Cal.com, by the signature that its webhooks carry.
public final class CalcomSender implements CalendarSender {

  private final Secrets secrets;
  private final PointsConfig.Calcom config;

  public CalcomSender(Secrets secrets, PointsConfig.Calcom config) {
    this.secrets = secrets;
    this.config = config;
  }

  @Override
  public boolean claims(Request request) {
    return request.header(CalcomSignature.HEADER).isPresent();
  }

  @Override
  public WebhookOutcome read(Request request, byte[] body) {
    new CalcomSignature(secrets.values(Secrets.CALENDAR)).require(request, body);
    request.requireMediaType("application/json");
    return CalcomWebhook.outcome(
        JsonBody.object(body), Delivery.of(request, body), config.calVideoNoShows());
  }
}
