package services.dataminer.points.functions.calendar.cloudevents;

import java.time.Instant;
import java.util.List;
import services.dataminer.points.functions.calendar.sender.CalendarSender;
import services.dataminer.points.functions.calendar.sender.Delivery;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.platform.http.JsonBody;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.secrets.Secrets;

/// Any sender of CloudEvents signed by the Standard Webhooks scheme: structured mode by its media
/// type, binary mode by its headers (CloudEvents 1.0, HTTP binding).
public final class CloudEventSender implements CalendarSender {

  private static final String JSON = "application/json";
  private static final String CLOUD_EVENT = "application/cloudevents+json";
  private static final String CE_SPECVERSION = "ce-specversion";

  private final Secrets secrets;

  public CloudEventSender(Secrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public boolean claims(Request request) {
    return request.header(StandardWebhooksSignature.SIGNATURE).isPresent();
  }

  @Override
  public WebhookOutcome read(Request request, byte[] body) {
    Instant signedAt =
        new StandardWebhooksSignature(secrets.values(Secrets.STANDARD_WEBHOOKS))
            .require(request, body);
    Delivery delivery = Delivery.of(request, body);
    if (request.mediaType().equals(CLOUD_EVENT)) {
      return CloudEvent.structured(JsonBody.object(body), delivery, signedAt);
    }
    request.requireMediaType(CLOUD_EVENT, JSON);
    if (request.header(CE_SPECVERSION).isEmpty()) {
      throw Problem.unsupportedMediaType(List.of(CLOUD_EVENT, JSON + " and ce-* headers"))
          .asException();
    }
    return CloudEvent.binary(request, JsonBody.object(body), delivery, signedAt);
  }
}
