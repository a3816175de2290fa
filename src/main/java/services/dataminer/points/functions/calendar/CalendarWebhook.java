package services.dataminer.points.functions.calendar;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import services.dataminer.points.application.calendar.SendMeetingReports;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.platform.http.JsonBody;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.Secrets;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.MeetingFact;

/// Takes a webhook: proves who sent it before reading a word of it, translates it to facts, and
/// answers once every fact is on its queue.
///
/// The order of the checks is fixed: size (413), signature (401), media type (415), JSON (400),
/// meaning (422).
@Singleton
public class CalendarWebhook {

  private static final Logger LOG = Logger.getLogger(CalendarWebhook.class);
  private static final int LIMIT_BYTES = 256 * 1024;
  private static final String JSON = "application/json";
  private static final String CLOUD_EVENT = "application/cloudevents+json";
  private static final String CE_SPECVERSION = "ce-specversion";

  private final Secrets secrets;
  private final SendMeetingReports send;
  private final Metrics metrics;
  private final PointsConfig.Calcom calcom;

  public CalendarWebhook(
      Secrets secrets, SendMeetingReports send, Metrics metrics, PointsConfig config) {
    this.secrets = secrets;
    this.send = send;
    this.metrics = metrics;
    this.calcom = config.calcom();
  }

  /// @return 202 with the activities told of, or 200 with what was ignored and why
  /// @throws ProblemException where the webhook is refused
  /// @throws Unavailable if not every fact is on its queue, or a secret cannot be read
  public APIGatewayV2HTTPResponse answer(Request request) {
    byte[] body = request.body(LIMIT_BYTES);
    return switch (told(request, body)) {
      case WebhookOutcome.Ignored ignored -> {
        LOG.infof("ignored: %s", ignored.why());
        yield Responses.ok(Map.of("ignored", ignored.why()));
      }
      case WebhookOutcome.Reported reported -> {
        LOG.infof("%s to %s", reported.activityIds(), send.send(reported.reports()));
        alarmOfSeries(reported);
        yield Responses.accepted(
            Map.of("activityIds", reported.activityIds().stream().map(ActivityId::value).toList()));
      }
    };
  }

  private WebhookOutcome told(Request request, byte[] body) {
    if (request.header(CalcomSignature.HEADER).isPresent()) {
      new CalcomSignature(secrets.value(Secrets.CALENDAR)).require(request, body);
      request.requireMediaType(JSON);
      return CalcomWebhook.told(
          JsonBody.object(body),
          new CalcomDelivery(
              Hashes.sha256Hex(body), request.receivedAt(), calcom.calVideoNoShows()));
    }
    if (request.header(StandardWebhooksSignature.SIGNATURE).isPresent()) {
      Instant signedAt =
          new StandardWebhooksSignature(secrets.value(Secrets.STANDARD_WEBHOOKS))
              .require(request, body);
      return cloudEvent(request, body, signedAt);
    }
    throw unauthorized();
  }

  /// Structured mode by its media type, binary mode by its headers (CloudEvents 1.0, HTTP binding).
  private static WebhookOutcome cloudEvent(Request request, byte[] body, Instant signedAt) {
    var delivery = new CloudEvent.Delivery(signedAt, request.receivedAt(), Hashes.sha256Hex(body));
    if (request.mediaType().equals(CLOUD_EVENT)) {
      return CloudEvent.structured(JsonBody.object(body), delivery);
    }
    request.requireMediaType(CLOUD_EVENT, JSON);
    if (request.header(CE_SPECVERSION).isEmpty()) {
      throw Problem.unsupportedMediaType(List.of(CLOUD_EVENT, JSON + " and ce-* headers"))
          .asException();
    }
    return CloudEvent.binary(request, JsonBody.object(body), delivery);
  }

  /// The later meetings of a cancelled series are cancelled without a word. Where Cal.com's records
  /// are not read, somebody has to look for them.
  private void alarmOfSeries(WebhookOutcome.Reported reported) {
    if (calcom.reconciliation()) {
      return;
    }
    reported.reports().stream()
        .filter(r -> r.facts().stream().anyMatch(MeetingFact.SeriesCancelled.class::isInstance))
        .forEach(
            r ->
                metrics.count(
                    Metric.SERIES_CANCELLED, 1, Map.of("activityId", r.meeting().value())));
  }

  /// One answer for every way in which a sender is not proven, so that none can be told from
  /// another.
  static ProblemException unauthorized() {
    return Problem.unauthorized("The signature is missing or not valid.", "Signature")
        .asException();
  }
}
