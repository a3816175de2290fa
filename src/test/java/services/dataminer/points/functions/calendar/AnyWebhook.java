package services.dataminer.points.functions.calendar;

import services.dataminer.points.application.calendar.SendMeetingReports;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.functions.AnyConfig;
import services.dataminer.points.platform.secrets.Secrets;

/// The function for webhooks, without its surroundings.
final class AnyWebhook {

  private AnyWebhook() {}

  static CalendarWebhookFunction function(MessageQueues queues) {
    return function(SignedRequest.secrets(), queues);
  }

  static CalendarWebhookFunction function(Secrets secrets, MessageQueues queues) {
    return function(secrets, queues, new CountedMetrics());
  }

  static CalendarWebhookFunction function(MessageQueues queues, Metrics metrics) {
    return function(SignedRequest.secrets(), queues, metrics);
  }

  private static CalendarWebhookFunction function(
      Secrets secrets, MessageQueues queues, Metrics metrics) {
    return new CalendarWebhookFunction(
        new CalendarWebhook(
            new CalendarSenders(secrets, AnyConfig.config()),
            new SendMeetingReports(queues),
            metrics,
            AnyConfig.config()));
  }
}
