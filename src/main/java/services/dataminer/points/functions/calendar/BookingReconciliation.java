package services.dataminer.points.functions.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import services.dataminer.points.application.calendar.MeetingReport;
import services.dataminer.points.application.calendar.SendMeetingReports;
import services.dataminer.points.functions.calendar.CalcomApi.Response;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.directory.Pseudonyms;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.platform.log.FailureText;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.MeetingView;
import services.dataminer.points.program.activity.RecordReading;

/// Holds the records of one run against what is known, and queues what differs.
final class BookingReconciliation {

  private static final Logger LOG = Logger.getLogger(BookingReconciliation.class);

  private final CalcomReader reader;
  private final Activities activities;
  private final Pseudonyms pseudonyms;
  private final SendMeetingReports send;
  private final Consumer<JsonNode> unreadable;
  private final SortedSet<String> failed = new TreeSet<>();
  private int bookings;
  private int changed;

  /// @param unreadable hears of each booking that makes no sense
  BookingReconciliation(
      CalcomReader reader,
      Activities activities,
      Pseudonyms pseudonyms,
      SendMeetingReports send,
      Consumer<JsonNode> unreadable) {
    this.reader = reader;
    this.activities = activities;
    this.pseudonyms = pseudonyms;
    this.send = send;
    this.unreadable = unreadable;
  }

  ReconciledBookings result() {
    return new ReconciledBookings(bookings, changed);
  }

  /// What is kept in a form that cannot be read.
  SortedSet<String> failed() {
    return failed;
  }

  /// Takes a page of bookings.
  ///
  /// @return whether all that differs is on its queue; if not, the page is to be read again
  boolean take(List<JsonNode> page) {
    var records = new LinkedHashMap<ActivityId, CalcomRecord>();
    page.forEach(booking -> read(booking).ifPresent(r -> records.put(r.meeting(), r)));
    Map<ActivityId, Meeting> known = known(records);
    var reports = new ArrayList<MeetingReport>();
    for (CalcomRecord record : records.values()) {
      if (known.containsKey(record.meeting())) {
        Optional<List<MeetingFact>> news = news(record, known.get(record.meeting()));
        if (news.isEmpty()) {
          return false;
        }
        if (!news.get().isEmpty()) {
          reports.add(
              new MeetingReport(
                  record.meeting(), record.reading().record().booking().medium(), news.get()));
        }
      }
    }
    send.send(reports);
    bookings += page.size();
    changed += reports.size();
    return true;
  }

  private Optional<CalcomRecord> read(JsonNode booking) {
    return CalcomRecord.readable(
        booking,
        why -> {
          LOG.errorf("booking %s cannot be read: %s", CalcomRecord.name(booking), why);
          unreadable.accept(booking);
        });
  }

  /// What is known of each meeting, nothing included; without those that cannot be read.
  private Map<ActivityId, Meeting> known(Map<ActivityId, CalcomRecord> records) {
    var known = new HashMap<ActivityId, Meeting>();
    records.keySet().forEach(id -> known.put(id, Meeting.of(id, List.of())));
    Map<Key, ActivityId> ids = new LinkedHashMap<>();
    records.keySet().forEach(id -> ids.put(Keys.activity(id), id));
    List<ActivityRecord> stored =
        activities.readable(
            ids.keySet(),
            _ -> true,
            (key, fault) -> {
              LOG.errorf("activity %s cannot be read: %s", ids.get(key), FailureText.of(fault));
              failed.add(ids.get(key).value());
              known.remove(ids.get(key));
            });
    stored.forEach(record -> known.put(record.id(), record.meeting()));
    return known;
  }

  /// What a record tells that would be judged otherwise. Where the meeting may know more than the
  /// page, which was read before it, that one booking is read again.
  ///
  /// @return empty if it could not be read again
  private Optional<List<MeetingFact>> news(CalcomRecord record, Meeting known) {
    RecordReading reading = record.reading();
    RecordReading named = reading.naming(pseudonyms::kept);
    if (!named.mayBeOlderThan(known)) {
      return Optional.of(
          differs(known, named.asOfLastChange()) ? reading.asOfLastChange() : List.of());
    }
    if (!differs(known, named.after(known))) {
      return Optional.of(List.of());
    }
    return switch (reader.booking(record.uid())) {
      case Response.Found found ->
          Optional.of(
              CalcomRecord.in(found.body(), record.uid())
                  .flatMap(this::read)
                  .map(CalcomRecord::reading)
                  .filter(fresh -> differs(known, fresh.naming(pseudonyms::kept).after(known)))
                  .map(fresh -> fresh.after(known))
                  .orElse(List.of()));
      // Deleted since, or nothing that the API understands: its webhooks stand.
      case Response.Unknown _, Response.Misunderstood _ -> Optional.of(List.of());
      case Response.Refused _, Response.Busy _, Response.Absent _ -> Optional.empty();
    };
  }

  private static boolean differs(Meeting known, List<MeetingFact> told) {
    return !MeetingView.of(known).equals(MeetingView.of(known.with(told)));
  }
}
