package services.dataminer.points.application.rules;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.application.award.DraftAssessment;
import services.dataminer.points.application.run.FailureLog;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.ledger.activity.Activities;
import services.dataminer.points.ledger.activity.FurtherStatements;
import services.dataminer.points.ledger.directory.MemberLists;
import services.dataminer.points.ledger.directory.Shows;
import services.dataminer.points.ledger.page.Page;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.view.MemberAccounts;
import services.dataminer.points.program.award.ShowSettlement;
import services.dataminer.points.program.rules.RuleBook;

/// Shows what a draft of the rules would change: assesses the stored activities of everyone's
/// membership year by it, as they would be awarded, and compares with what stands. Nothing is
/// written.
///
/// Ten members are gone through at a time. These ten take a batch read, two queries each, and a
/// batch read for each hundred of their activities: 31 requests for ten members with 1,000
/// activities. To list the members is a query for each ten, and one for each of the 30 parts of the
/// roster. A show is read once for all, in as many requests as [ShowsUnderDraft] says.
@Singleton
public class PreviewRules {

  /// How many members one call goes through, at the most and but for the last ten.
  static final int MOST_MEMBERS = 500;

  private static final int AT_A_TIME = 10;

  private final MemberLists lists;
  private final MemberAccounts accounts;
  private final MemberYears years;
  private final Activities activities;
  private final FurtherStatements further;
  private final Shows shows;
  private final ShowMeetings meetings;
  private final RuleBook rules;
  private final ZoneId timeZone;
  private final FailureLog failures;

  /// @param rules those in force
  /// @param timeZone the program's
  public PreviewRules(
      MemberLists lists,
      MemberAccounts accounts,
      MemberYears years,
      Activities activities,
      FurtherStatements further,
      Shows shows,
      ShowMeetings meetings,
      RuleBook rules,
      ZoneId timeZone,
      FailureLog failures) {
    this.lists = lists;
    this.accounts = accounts;
    this.years = years;
    this.activities = activities;
    this.further = further;
    this.shows = shows;
    this.meetings = meetings;
    this.rules = rules;
    this.timeZone = timeZone;
    this.failures = failures;
  }

  /// What a call asks for.
  ///
  /// @param draft the rules to assess by
  /// @param day everyone's membership year that holds it; who signed up later has none
  /// @param after the `next` of the call before; empty for the first
  /// @param now shows that are not over then are left out
  public record Wanted(RuleBook draft, LocalDate day, Optional<PageCursor> after, Instant now) {}

  /// @param time once it is up, no more members are begun
  /// @throws services.dataminer.points.platform.outage.Unavailable if the table does not respond
  public RulesPreview preview(Wanted wanted, TimeBudget time) {
    RuleBook draft = wanted.draft();
    var assessment = new DraftAssessment(draft, timeZone, further);
    var assessed = new AssessedActivities(activities, assessment, failures);
    var atShows =
        new ShowsUnderDraft(shows, meetings, assessed, new ShowSettlement(draft), wanted.now());
    var comparison = new MemberComparison(assessment, assessed, atShows, rules, draft, timeZone);
    List<MemberChange> changes = new ArrayList<>();
    Optional<PageCursor> next = wanted.after();
    int members = 0;
    do {
      Page<String> some = lists.tour(next, AT_A_TIME);
      List<MemberYear> ofYear = years.read(accounts.holders(some.items()), wanted.day());
      changes.addAll(comparison.compare(ofYear));
      members += ofYear.size();
      next = some.next();
    } while (next.isPresent() && members < MOST_MEMBERS && !time.isUp());
    return RulesPreview.of(members, assessed.assessed(), changes, assessed.failed(), next);
  }
}
