package services.dataminer.points.functions.calendar;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import services.dataminer.points.application.calendar.SendMeetingReports;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.MeetingFact;

/// Takes a webhook: has its sender read it, and answers once every report is on its queue.
///
/// The order of the checks is fixed: size (413) here, then those of [CalendarSender#read].
@Singleton
public class CalendarWebhook {

  private static final Logger LOG = Logger.getLogger(CalendarWebhook.class);
  private static final int LIMIT_BYTES = 256 * 1024;

  private final CalendarSenders senders;
  private final SendMeetingReports send;
  private final Metrics metrics;
  private final PointsConfig.Calcom calcom;

  public CalendarWebhook(
      CalendarSenders senders, SendMeetingReports send, Metrics metrics, PointsConfig config) {
    this.senders = senders;
    this.send = send;
    this.metrics = metrics;
    this.calcom = config.calcom();
  }

  /// @return 202 with the reported activities, or 200 with what was ignored and why
  /// @throws ProblemException where the webhook is refused
  /// @throws Unavailable if not every fact is on its queue, or a secret cannot be read
  public APIGatewayV2HTTPResponse answer(Request request) {
    byte[] body = request.body(LIMIT_BYTES);
    return switch (senders.read(request, body)) {
      case WebhookOutcome.Ignored ignored -> {
        LOG.infof("ignored: %s", ignored.why());
        yield Responses.ok(Map.of("ignored", ignored.why()));
      }
      case WebhookOutcome.Reported reported -> {
        Set<QueueName> queues = send.send(reported.reports());
        LOG.infof("%s to %s", reported.activityIds(), queues);
        alarmOfSeries(reported);
        count(reported, MeetingFact.UnnamedSeatGivenUp.class, Metric.SEATS_UNNAMED);
        yield Responses.accepted(
            Map.of("activityIds", reported.activityIds().stream().map(ActivityId::value).toList()));
      }
    };
  }

  /// The later meetings of a cancelled series are cancelled without a word. Where Cal.com's records
  /// are not read, somebody has to look for them.
  private void alarmOfSeries(WebhookOutcome.Reported reported) {
    if (!calcom.reconciliation()) {
      count(reported, MeetingFact.SeriesCancelled.class, Metric.SERIES_CANCELLED);
    }
  }

  private void count(
      WebhookOutcome.Reported reported, Class<? extends MeetingFact> kind, Metric metric) {
    reported.reports().stream()
        .filter(report -> report.facts().stream().anyMatch(kind::isInstance))
        .forEach(
            report -> metrics.count(metric, 1, Map.of("activityId", report.meeting().value())));
  }
}
