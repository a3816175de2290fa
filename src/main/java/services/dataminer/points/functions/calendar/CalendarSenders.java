package services.dataminer.points.functions.calendar;

import jakarta.inject.Singleton;
import java.util.List;
import services.dataminer.points.functions.calendar.calcom.CalcomSender;
import services.dataminer.points.functions.calendar.cloudevents.CloudEventSender;
import services.dataminer.points.functions.calendar.sender.CalendarSender;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.Secrets;

/// All senders of webhooks about meetings. The first one that claims a request reads it.
@Singleton
public class CalendarSenders {

  private final List<CalendarSender> senders;

  public CalendarSenders(Secrets secrets, PointsConfig config) {
    this.senders =
        List.of(new CalcomSender(secrets, config.calcom()), new CloudEventSender(secrets));
  }

  /// Reads a webhook.
  ///
  /// @param body as it was sent
  /// @throws ProblemException where it is refused; 401 if no sender claims it
  /// @throws Unavailable if a secret cannot be read
  WebhookOutcome read(Request request, byte[] body) {
    return senders.stream()
        .filter(sender -> sender.claims(request))
        .findFirst()
        .orElseThrow(CalendarSender::unauthorized)
        .read(request, body);
  }
}
