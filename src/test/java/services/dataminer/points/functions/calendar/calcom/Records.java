package services.dataminer.points.functions.calendar.calcom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.calendar.BookingRecords;
import services.dataminer.points.application.calendar.BookingRecords.BookingRecord;
import services.dataminer.points.application.calendar.ReconcileBookings;
import services.dataminer.points.application.calendar.ReconciledBookings;
import services.dataminer.points.application.calendar.SendMeetingReports;
import services.dataminer.points.application.calendar.SweepMeetings;
import services.dataminer.points.application.calendar.SweptMeetings;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.calendar.SentMessages;
import services.dataminer.points.functions.calendar.calcom.CalcomReader.Patience;
import services.dataminer.points.functions.log.RedactedFailureLog;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.directory.Pseudonyms;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.meeting.StoredMeetings;
import services.dataminer.points.ledger.watermark.Watermarks;
import services.dataminer.points.localcloud.CalcomStandIn;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.MeetingFact.Booked;

/// The program, Cal.com's records as an API over HTTP gives them, and the two functions that read
/// them.
public final class Records implements AutoCloseable {

  public static final Instant NIGHT = Instant.parse("2026-09-30T00:30:00Z");

  public final CalcomStandIn calcom = new CalcomStandIn();
  public final CountedMetrics metrics = new CountedMetrics();
  public final SentMessages sent = new SentMessages();
  public final List<Duration> pauses = new ArrayList<>();
  public final Program program;
  public final CountedApi api;
  private final Patience patience = new Patience(3, Duration.ofSeconds(60), pauses::add);
  private final LocalTable local;
  private final CalcomSettings settings;

  public Records(LocalTable local) {
    this(local, UnaryOperator.identity());
  }

  public Records(LocalTable local, UnaryOperator<CalcomSettings> changed) {
    this.local = local;
    program = new Program(local);
    settings = changed.apply(CalcomSettings.at(calcom.url()));
    api =
        new CountedApi(
            new CalcomClient(
                settings,
                _ -> CalcomStandIn.API_KEY,
                Duration.ofSeconds(30),
                InstantSource.system()));
  }

  /// What the API answers from.
  public void know(ObjectNode... bookings) {
    know(Arrays.asList(bookings));
  }

  public void know(Collection<ObjectNode> bookings) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    array.addAll(bookings);
    calcom.know(array);
  }

  /// Has a webhook announce a booking as the API has it, a moment after it was made.
  public void announce(ObjectNode booking) {
    BookingRecord record = CalcomRecord.read(booking);
    program.tell(record.meeting(), booked(record));
  }

  public static MeetingFact booked(BookingRecord record) {
    return new Booked(
        record.reading().record().at().plusSeconds(1), record.reading().record().booking());
  }

  public ReconciledBookings night() {
    return night(this.local, new TimeBudget(Duration.ofHours(1)));
  }

  /// Runs a night and has what it queued worked on.
  public ReconciledBookings worked() {
    ReconciledBookings result = night();
    work();
    return result;
  }

  public void work() {
    program.deliver(sent.all().stream().map(SentMessages.Sent::message).toList());
    sent.forget();
  }

  public ReconciledBookings night(LocalTable table, TimeBudget time) {
    return new ReconcileBookings(
            records(),
            meetings(table),
            new Watermarks(table.table()),
            new Pseudonyms(
                () -> "an identity key of 32 bytes only".getBytes(StandardCharsets.UTF_8)),
            new SendMeetingReports(sent),
            new RedactedFailureLog(),
            metrics)
        .night(NIGHT, time);
  }

  public SweptMeetings sweep(String at) {
    return sweep(at, new TimeBudget(Duration.ofHours(1)));
  }

  public SweptMeetings sweep(String at, TimeBudget time) {
    return new SweepMeetings(
            meetings(local), records(), new SendMeetingReports(sent), new RedactedFailureLog())
        .sweep(Instant.parse(at), time);
  }

  private BookingRecords records() {
    return new CalcomRecords(api, metrics, settings, patience, patience);
  }

  private static StoredMeetings meetings(LocalTable of) {
    return new StoredMeetings(of.table(), new Activities(of.table()), new DueWork(of.table()));
  }

  public Optional<Instant> readTo() {
    return new Watermarks(local.table()).find(CalcomRecords.CALENDAR).map(mark -> mark.readTo());
  }

  public ActivityRecord stored(String uid) {
    return new Activities(local.table()).find(ActivityId.calcom(uid)).orElseThrow();
  }

  public List<String> queued() {
    return sent.all().stream().map(to -> to.message().activityId().value()).toList();
  }

  @Override
  public void close() {
    calcom.close();
  }
}
