package services.dataminer.points.application.award;

import static services.dataminer.points.application.award.CalendarFacts.IBC;
import static services.dataminer.points.application.award.CalendarFacts.NIGHT_AFTER_IBC;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.calendar.BookingRecords;
import services.dataminer.points.application.calendar.SendMeetingReports;
import services.dataminer.points.application.calendar.SweepMeetings;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.transfer.Dojo;
import services.dataminer.points.application.transfer.PostTransfers;
import services.dataminer.points.functions.AnyConfig;
import services.dataminer.points.functions.calendar.calcom.CalcomClient;
import services.dataminer.points.functions.calendar.calcom.CalcomRecords;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.functions.log.RedactedFailureLog;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.meeting.StoredMeetings;
import services.dataminer.points.ledger.night.DividedNights;
import services.dataminer.points.ledger.night.NightKind;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.watermark.Watermark;
import services.dataminer.points.ledger.watermark.Watermarks;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Adjustment;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Everything that the product writes, once at least, always the same.
final class WholeLife {

  private static final String ADA = "ada@acme.example";
  private static final String BEN = "ben@acme.example";
  private static final Instant NIGHT = Instant.parse(NIGHT_AFTER_IBC);

  private final Program program;
  private final LocalTable untouched;
  private final Table table;
  private final CountedMetrics metrics = new CountedMetrics();

  WholeLife(LocalTable local) {
    program = new Program(local);
    table = local.table();
    untouched = local.through();
  }

  void live() {
    signUp();
    earn();
    transfer();
    reconcile();
    program.graph().members().autoTransfer("ada", false, new Editor("grace", NIGHT.plusSeconds(1)));
    links();
    program.erase("ben");
  }

  /// One link that works, and one that was ended.
  private void links() {
    var links = program.graph().statementLinks();
    Instant until = NIGHT.plus(Duration.ofDays(30));
    links.add("ada", "ended", until, new Editor("ada", NIGHT));
    links.endAll("ada", new Editor("ada", NIGHT.plusSeconds(1)));
    links.add("ada", "working", until, new Editor("ada", NIGHT.plusSeconds(2)));
  }

  private void signUp() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    program.member("ben", "acme", BEN);
    program.show(IBC, CalendarFacts.BOOTH);
    program.course(Lms.agile());
  }

  private void earn() {
    program.tell(
        ActivityId.calcom("call"),
        CalendarFacts.videoCall(ADA, BEN, "carl@customer.example"),
        CalendarFacts.ended());
    refused();
    program.tell(ActivityId.calcom("booth"), CalendarFacts.boothMeeting(ADA, BEN));
    new SweepMeetings(
            new StoredMeetings(table, new Activities(table), new DueWork(table)),
            webhooksAlone(),
            new SendMeetingReports(program),
            new RedactedFailureLog())
        .sweep(NIGHT, new TimeBudget(Duration.ofMinutes(1)));
    program.tell(Lms.completed("s-1", Lms.ADAS_MAIL, "2026-05-03T10:00:00Z"));
    program.tell(Lms.voids("v-1", "never-sent"));
    learnMore();
    new Watermarks(table)
        .move(
            "calcom",
            new Watermark(NIGHT, Optional.empty(), 0),
            new Watermark(NIGHT.plusSeconds(1), Optional.empty(), 0));
    program.record("adj", new Recorded(NIGHT, "grace", NIGHT, new Adjustment("ada", 7, "missed")));
    program.night(NIGHT_AFTER_IBC);
  }

  /// A call of nobody's, which is assessed again to the same end.
  private void refused() {
    ActivityId call = ActivityId.calcom("strangers");
    program.tell(
        call,
        CalendarFacts.videoCall("sid@customer.example", "carl@customer.example"),
        CalendarFacts.ended());
    program.graph().reassessActivity(program).reassess(call, new Editor("grace", NIGHT));
  }

  /// More statements than an activity keeps, and some about a course that is entered late.
  private void learnMore() {
    Instant at = Instant.parse("2026-05-04T10:00:00Z");
    for (int n = 0; n < 12; n++) {
      program.tell(
          Lms.completed(Lms.uuid(n), Lms.ADAS_MAIL, at.plusSeconds(n).toString()),
          Lms.told(
              Lms.uuid(100 + n),
              Lms.ADAS_MAIL,
              "https://lms.example/late",
              Step.COMPLETED,
              at.plusSeconds(n).toString()));
    }
    program.tell(Lms.voids("v-2", Lms.uuid(11)));
    program.course(
        new Course(
            "https://lms.example/late",
            "Late",
            new Course.ForCourse(Optional.of(10L), Optional.of(50L))));
  }

  private void transfer() {
    new PostTransfers(
            program.graph().transfers(),
            program.graph().reserveTransfers(),
            _ -> new Dojo.Response.Credited(),
            program.graph().undivided(),
            metrics,
            new RedactedFailureLog(),
            Program.BRUSSELS)
        .night(NIGHT, ObjectGraph.time());
  }

  private void reconcile() {
    var proving = program.graph().reconcileBalances(metrics);
    damage("ben", new Change().set("transferred", AttributeValue.fromN("1000000")));
    proving.night(night(1), ObjectGraph.time());
    // As if a transfer had been through with it just as it was reconciled.
    damage("ada", Due.PROVE.of("ada", new Change()));
    proving.night(night(2), ObjectGraph.time());
    // A transfer of other points than its entry has is for a person to look at.
    String transfer = program.graph().transfers().of("ada").getFirst().id();
    damage(Keys.transfer("ada", transfer), new Change().set("points", AttributeValue.fromN("1")));
    proving.everyone(night(3), ObjectGraph.time());
    new DividedNights(table).divide(NightKind.BALANCES, NIGHT, 2, Map.of());
  }

  private void damage(String memberId, Change change) {
    damage(Keys.balance(memberId), change);
  }

  private void damage(Key key, Change change) {
    untouched.table().change(key, change);
  }

  private static ReconciliationRun night(int after) {
    return ReconciliationRun.night(NIGHT.plus(Duration.ofDays(after)), Program.BRUSSELS);
  }

  /// Cal.com's records are not read.
  private static BookingRecords webhooksAlone() {
    PointsConfig config = AnyConfig.config();
    return new CalcomRecords(new CalcomClient(config, _ -> ""), (_, _, _) -> {}, config);
  }
}
