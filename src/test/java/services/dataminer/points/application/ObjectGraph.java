package services.dataminer.points.application;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import services.dataminer.points.application.activity.ListActivities;
import services.dataminer.points.application.activity.ReassessActivity;
import services.dataminer.points.application.activity.RecordAward;
import services.dataminer.points.application.activity.RequestReassessment;
import services.dataminer.points.application.activity.RetractActivity;
import services.dataminer.points.application.award.ApplyStatement;
import services.dataminer.points.application.award.ApplyVoid;
import services.dataminer.points.application.award.AwardCourse;
import services.dataminer.points.application.award.AwardMeeting;
import services.dataminer.points.application.award.CourseAssessment;
import services.dataminer.points.application.award.CourseHistories;
import services.dataminer.points.application.award.GrantRecordedAward;
import services.dataminer.points.application.award.ReassessCourse;
import services.dataminer.points.application.balance.ReconcileBalances;
import services.dataminer.points.application.directory.SaveCourse;
import services.dataminer.points.application.directory.SaveMember;
import services.dataminer.points.application.directory.SaveShow;
import services.dataminer.points.application.erasure.EraseMember;
import services.dataminer.points.application.link.MakeStatementLink;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.night.DivideNight;
import services.dataminer.points.application.rules.MemberYears;
import services.dataminer.points.application.rules.PreviewRules;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.settlement.SettleShows;
import services.dataminer.points.application.standing.ReadAccount;
import services.dataminer.points.application.standing.ReadPartnerStanding;
import services.dataminer.points.application.standing.ReadStanding;
import services.dataminer.points.application.transfer.RequestTransfer;
import services.dataminer.points.application.transfer.ReserveTransfers;
import services.dataminer.points.functions.log.RedactedFailureLog;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.BlockedActivities;
import services.dataminer.points.ledger.activity.CourseActivities;
import services.dataminer.points.ledger.activity.FurtherStatements;
import services.dataminer.points.ledger.activity.RecordedActivities;
import services.dataminer.points.ledger.activity.Statements;
import services.dataminer.points.ledger.conflict.ConflictRetry;
import services.dataminer.points.ledger.directory.Courses;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.directory.DirectorySearch;
import services.dataminer.points.ledger.directory.IdentityKey;
import services.dataminer.points.ledger.directory.MemberLists;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.directory.Partners;
import services.dataminer.points.ledger.directory.Pseudonyms;
import services.dataminer.points.ledger.directory.Shows;
import services.dataminer.points.ledger.due.DueWork;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.link.StatementLinks;
import services.dataminer.points.ledger.lookup.CourseReader;
import services.dataminer.points.ledger.lookup.MeetingReader;
import services.dataminer.points.ledger.lookup.RecordedAwardReader;
import services.dataminer.points.ledger.night.DividedNights;
import services.dataminer.points.ledger.reconciliation.BalanceCheck;
import services.dataminer.points.ledger.reconciliation.BalanceReconciliation;
import services.dataminer.points.ledger.reconciliation.CheckedTransfers;
import services.dataminer.points.ledger.reconciliation.Roster;
import services.dataminer.points.ledger.show.Settlements;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.ledger.view.ActivityViews;
import services.dataminer.points.ledger.view.MemberAccounts;
import services.dataminer.points.ledger.view.MemberActivities;
import services.dataminer.points.ledger.view.ReassessmentRequests;
import services.dataminer.points.program.award.CourseRules;
import services.dataminer.points.program.award.MeetingRules;
import services.dataminer.points.program.award.RecordedAwardRules;
import services.dataminer.points.program.award.ShowSettlement;
import services.dataminer.points.program.rules.RuleBook;

/// The product's objects on a test's table, put together as the framework would: what each asks for
/// is written here alone. None of them keeps anything, so each call makes new ones.
///
/// @param rules the rules in force
public record ObjectGraph(Table table, IdentityKey identityKey, RuleBook rules) {

  public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  public static final RuleBook RULES = RuleBookYaml.shipped();

  /// With an identity key that is the same in all tests.
  public ObjectGraph(Table table) {
    this(table, () -> new byte[32]);
  }

  /// Under the shipped rules.
  public ObjectGraph(Table table, IdentityKey identityKey) {
    this(table, identityKey, RULES);
  }

  /// More than any test takes.
  public static TimeBudget time() {
    return new TimeBudget(Duration.ofMinutes(10));
  }

  public AwardMeeting awardMeeting(MessageQueues queues) {
    return new AwardMeeting(
        new MeetingReader(table, directory()),
        directory(),
        new MeetingRules(rules, BRUSSELS),
        new ActivityLedger(table),
        conflicts(),
        queues);
  }

  public AwardCourse awardCourse() {
    var reader = new CourseReader(table, directory());
    var activities = new CourseActivities(table);
    var further = new FurtherStatements(table);
    var histories = new CourseHistories(further);
    var ledger = new ActivityLedger(table);
    var assessment = new CourseAssessment(new CourseRules(rules, BRUSSELS), activities, ledger);
    return new AwardCourse(
        conflicts(),
        new ApplyStatement(reader, activities, histories, assessment),
        new ApplyVoid(new Statements(table), activities, further, histories, assessment),
        new ReassessCourse(reader, activities, histories, assessment));
  }

  public GrantRecordedAward grantRecordedAward() {
    return new GrantRecordedAward(
        new RecordedAwardReader(table),
        new RecordedAwardRules(rules, BRUSSELS),
        new ActivityLedger(table),
        conflicts());
  }

  public ConflictRetry conflicts() {
    return new ConflictRetry(table);
  }

  public Directory directory() {
    return new Directory(new Pseudonyms(identityKey), List.of("skyline.be"), rules);
  }

  public Members members() {
    return new Members(table, directory());
  }

  public Partners partners() {
    return new Partners(table, directory());
  }

  public DirectorySearch directorySearch() {
    return new DirectorySearch(table, new MemberLists(table));
  }

  public BlockedActivities blocked() {
    return new BlockedActivities(table);
  }

  public Entries entries() {
    return new Entries(table);
  }

  public Transfers transfers() {
    return new Transfers(table);
  }

  public BalanceCheck balanceCheck() {
    return new BalanceCheck(table, entries(), transfers());
  }

  public BalanceReconciliation balanceReconciliation() {
    return new BalanceReconciliation(table, balanceCheck());
  }

  /// All of a night in one call.
  public ReconcileBalances reconcileBalances(Metrics metrics) {
    return reconcileBalances(metrics, undivided());
  }

  public ReconcileBalances reconcileBalances(Metrics metrics, DivideNight divide) {
    return new ReconcileBalances(
        new DueWork(table),
        new Roster(table, new MemberLists(table)),
        balanceReconciliation(),
        divide,
        metrics,
        new RedactedFailureLog(),
        BRUSSELS);
  }

  /// For nights that are not to be divided.
  public DivideNight undivided() {
    return new DivideNight(
        new DividedNights(table),
        (_, _) -> {
          throw new IllegalStateException("a night was divided");
        });
  }

  public ReserveTransfers reserveTransfers() {
    return new ReserveTransfers(
        conflicts(), balanceCheck(), new CheckedTransfers(table, transfers()), rules);
  }

  public RequestTransfer requestTransfer() {
    return new RequestTransfer(transfers(), rules, BRUSSELS);
  }

  public StatementLinks statementLinks() {
    return new StatementLinks(table);
  }

  public MakeStatementLink makeStatementLink() {
    return new MakeStatementLink(statementLinks());
  }

  public SettleShows settleShows() {
    return settleShows(undivided());
  }

  public SettleShows settleShows(DivideNight divide) {
    var shows = new Shows(table);
    return new SettleShows(
        new Settlements(
            new DueWork(table), new Activities(table), new ActivityLedger(table), shows),
        shows,
        new ShowMeetings(table),
        conflicts(),
        new ShowSettlement(rules),
        divide,
        new RedactedFailureLog());
  }

  public EraseMember eraseMember() {
    return new EraseMember(
        conflicts(),
        members(),
        transfers(),
        new Activities(table),
        new MemberActivities(table),
        blocked(),
        new ActivityLedger(table),
        new ShowMeetings(table));
  }

  public SaveMember saveMember(MessageQueues queues) {
    return new SaveMember(members(), directory(), blocked(), new RequestReassessment(queues));
  }

  public SaveShow saveShow(MessageQueues queues) {
    return new SaveShow(
        new Shows(table), new ShowMeetings(table), blocked(), new RequestReassessment(queues));
  }

  public SaveCourse saveCourse(MessageQueues queues) {
    return new SaveCourse(new Courses(table), blocked(), new RequestReassessment(queues));
  }

  public RecordAward recordAward(MessageQueues queues) {
    return new RecordAward(new RecordedActivities(table), members(), grantRecordedAward(), queues);
  }

  public RetractActivity retractActivity(MessageQueues queues) {
    return new RetractActivity(new Activities(table), queues);
  }

  public ReassessActivity reassessActivity(MessageQueues queues) {
    return new ReassessActivity(
        new ActivityViews(table), new RequestReassessment(queues), new ReassessmentRequests(table));
  }

  public ListActivities listActivities() {
    return new ListActivities(new MemberActivities(table), new ActivityViews(table));
  }

  public ActivityViews activityViews() {
    return new ActivityViews(table);
  }

  public ReadAccount readAccount() {
    return new ReadAccount(
        new MemberAccounts(table, entries(), new MemberActivities(table), activityViews()),
        rules,
        BRUSSELS);
  }

  public ReadStanding readStanding() {
    return new ReadStanding(entries(), rules, BRUSSELS);
  }

  public ReadPartnerStanding readPartnerStanding() {
    return new ReadPartnerStanding(new MemberLists(table), members(), readStanding());
  }

  public PreviewRules previewRules() {
    var pointers = new MemberActivities(table);
    return new PreviewRules(
        new MemberLists(table),
        new MemberAccounts(table, entries(), pointers, activityViews()),
        new MemberYears(entries(), pointers, BRUSSELS),
        new Activities(table),
        new FurtherStatements(table),
        new Shows(table),
        new ShowMeetings(table),
        rules,
        BRUSSELS,
        new RedactedFailureLog());
  }
}
