package services.dataminer.points.application.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import services.dataminer.points.application.calendar.BookingRecords.Lookup;
import services.dataminer.points.application.calendar.BookingRecords.Page;
import services.dataminer.points.application.run.FailureLog;
import services.dataminer.points.ledger.directory.Pseudonyms;
import services.dataminer.points.ledger.meeting.StoredMeetings;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.MeetingView;
import services.dataminer.points.program.activity.RecordReading;

/// Holds the records of one run against what is known, and reports what differs.
final class BookingReconciliation {

  private final BookingRecords.Reading reading;
  private final StoredMeetings meetings;
  private final Pseudonyms pseudonyms;
  private final SendMeetingReports send;
  private final FailureLog failures;
  private final SortedSet<String> failed = new TreeSet<>();
  private int bookings;
  private int changed;

  BookingReconciliation(
      BookingRecords.Reading reading,
      StoredMeetings meetings,
      Pseudonyms pseudonyms,
      SendMeetingReports send,
      FailureLog failures) {
    this.reading = reading;
    this.meetings = meetings;
    this.pseudonyms = pseudonyms;
    this.send = send;
    this.failures = failures;
  }

  ReconciledBookings result() {
    return new ReconciledBookings(bookings, changed);
  }

  /// What is kept in a form that cannot be read.
  SortedSet<String> failed() {
    return failed;
  }

  /// Works on a page of bookings.
  ///
  /// @return whether all that differs is on its queue; if not, the page is to be read again
  boolean isReported(Page page) {
    var records = new LinkedHashMap<ActivityId, RecordReading>();
    page.records().forEach(record -> records.put(record.meeting(), record.reading()));
    Map<ActivityId, Meeting> known = known(records);
    var reports = new ArrayList<MeetingReport>();
    for (Map.Entry<ActivityId, RecordReading> record : records.entrySet()) {
      ActivityId id = record.getKey();
      if (known.containsKey(id)) {
        Optional<List<MeetingFact>> news = news(record.getValue(), known.get(id));
        if (news.isEmpty()) {
          return false;
        }
        if (!news.get().isEmpty()) {
          reports.add(
              new MeetingReport(id, record.getValue().record().booking().medium(), news.get()));
        }
      }
    }
    send.send(reports);
    bookings += page.bookings();
    changed += reports.size();
    return true;
  }

  /// What is known of each meeting, nothing included; without those that cannot be read.
  private Map<ActivityId, Meeting> known(Map<ActivityId, RecordReading> records) {
    var known = new HashMap<ActivityId, Meeting>();
    records.keySet().forEach(id -> known.put(id, Meeting.of(id, List.of())));
    meetings
        .known(
            records.keySet(),
            (id, why) -> {
              failures.failed("meeting %s not reconciled".formatted(id), why);
              failed.add(id.value());
              known.remove(id);
            })
        .forEach(stored -> known.put(stored.id(), stored.meeting()));
    return known;
  }

  /// What a record says that would be assessed otherwise. Where the meeting may know more than the
  /// page, which was read before it, that one booking is read again.
  ///
  /// @return empty if it could not be read again
  private Optional<List<MeetingFact>> news(RecordReading record, Meeting known) {
    RecordReading named = record.naming(pseudonyms::kept);
    if (!named.mayBeOlderThan(known)) {
      return Optional.of(
          differs(known, named.asOfLastChange()) ? record.asOfLastChange() : List.of());
    }
    if (!differs(known, named.after(known))) {
      return Optional.of(List.of());
    }
    return switch (reading.find(known.id())) {
      case Lookup.Found(RecordReading fresh) ->
          Optional.of(
              differs(known, fresh.naming(pseudonyms::kept).after(known))
                  ? fresh.after(known)
                  : List.of());
      // Deleted since, or nothing to go by: its webhooks stand.
      case Lookup.Missing _, Lookup.Useless _ -> Optional.of(List.of());
      case Lookup.Unanswered _ -> Optional.empty();
    };
  }

  private static boolean differs(Meeting known, List<MeetingFact> reported) {
    return !MeetingView.of(known).equals(MeetingView.of(known.with(reported)));
  }
}
