package services.dataminer.points.functions.calendar;

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
import services.dataminer.points.application.calendar.SendMeetingReports;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.calendar.CalcomReader.Patience;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.directory.Pseudonyms;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.watermark.Watermarks;
import services.dataminer.points.localcloud.CalcomStandIn;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.MeetingFact.Booked;

/// The program, Cal.com's records as an API over HTTP gives them, and the two functions that read
/// them.
public final class Records implements AutoCloseable {

  static final Instant NIGHT = Instant.parse("2026-09-30T00:30:00Z");

  public final CalcomStandIn calcom = new CalcomStandIn();
  public final CountedMetrics metrics = new CountedMetrics();
  public final SentMessages sent = new SentMessages();
  final List<Duration> pauses = new ArrayList<>();
  public final Program program;
  public final CountedApi api;
  private final Patience patience = new Patience(3, Duration.ofSeconds(60), pauses::add);
  private final LocalTable local;
  private final CalcomSettings settings;

  Records(LocalTable local) {
    this(local, UnaryOperator.identity());
  }

  Records(LocalTable local, UnaryOperator<CalcomSettings> changed) {
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

  void know(Collection<ObjectNode> bookings) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    array.addAll(bookings);
    calcom.know(array);
  }

  /// Has a webhook announce a booking as the API has it, a moment after it was made.
  public void announce(ObjectNode booking) {
    CalcomRecord record = CalcomRecord.read(booking);
    program.tell(record.meeting(), booked(record));
  }

  static MeetingFact booked(CalcomRecord record) {
    return new Booked(
        record.reading().record().at().plusSeconds(1), record.reading().record().booking());
  }

  ReconciledBookings night() {
    return night(this.local, new TimeBudget(Duration.ofHours(1)));
  }

  /// Runs a night and has what it queued worked on.
  public ReconciledBookings worked() {
    ReconciledBookings result = night();
    work();
    return result;
  }

  void work() {
    program.deliver(sent.all().stream().map(SentMessages.Sent::message).toList());
    sent.forget();
  }

  ReconciledBookings night(LocalTable table, TimeBudget time) {
    return new ReconcileBookings(
            api,
            new Activities(table.table()),
            new Watermarks(table.table()),
            new Pseudonyms(
                () -> "an identity key of 32 bytes only".getBytes(StandardCharsets.UTF_8)),
            new SendMeetingReports(sent),
            metrics,
            settings,
            patience)
        .night(NIGHT, time);
  }

  SweptMeetings sweep(String at) {
    return sweep(at, new TimeBudget(Duration.ofHours(1)));
  }

  SweptMeetings sweep(String at, TimeBudget time) {
    return new SweepMeetings(
            local.table(),
            new DueWork(local.table()),
            sent,
            new EndedBookings(api, metrics, settings, patience))
        .sweep(Instant.parse(at), time);
  }

  Optional<Instant> readTo() {
    return new Watermarks(local.table()).find(ReconcileBookings.CALCOM).map(mark -> mark.readTo());
  }

  ActivityRecord stored(String uid) {
    return new Activities(local.table()).find(ActivityId.calcom(uid)).orElseThrow();
  }

  List<String> queued() {
    return sent.all().stream().map(to -> to.message().activityId().value()).toList();
  }

  @Override
  public void close() {
    calcom.close();
  }
}
