package services.dataminer.points.application.calendar;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;

/// Puts what calendars report on the queues of the functions that award meetings. The only place
/// that decides which report goes where.
@Singleton
public class SendMeetingReports {

  private final MessageQueues queues;

  public SendMeetingReports(MessageQueues queues) {
    this.queues = queues;
  }

  /// Sends reports, each with one fact at least; fails if not all of them are on their queues. Some
  /// may be: sending all of them again does no harm.
  ///
  /// @return the queues that have them now
  public Set<QueueName> send(Collection<MeetingReport> reports) {
    Map<QueueName, List<MeetingMessage>> byQueue =
        reports.stream()
            .collect(
                Collectors.groupingBy(
                    MeetingReport::queue,
                    LinkedHashMap::new,
                    Collectors.mapping(MeetingReport::message, Collectors.toList())));
    byQueue.forEach(queues::sendAll);
    return byQueue.keySet();
  }
}
