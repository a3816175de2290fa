package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.EarlierDecision;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.Posted.Granted;
import services.dataminer.points.ledger.activity.StoredDecision;
import services.dataminer.points.ledger.activity.StoredDecision.StoredAward;
import services.dataminer.points.ledger.activity.StoredDecision.StoredShare;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.ledger.view.ReassessmentRequests;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.award.ActivityState;

/// `GET /v1/activities/{id}`: what is known of an activity, how it was assessed, and who got what.
@Singleton
public class GetActivity {

  /// Of how many members entries are read at the most: one query each.
  private static final int MOST_WITH_ENTRIES = 100;

  private final ActivityPath activities;
  private final ReassessmentRequests requests;
  private final Entries entries;

  public GetActivity(ActivityPath activities, ReassessmentRequests requests, Entries entries) {
    this.activities = activities;
    this.requests = requests;
    this.entries = entries;
  }

  /// An activity with everything that was written about it.
  ///
  /// @param entries in the order in which they were written; empty where more members have some
  ///   than are read
  public record History(ActivityResponse activity, Optional<List<Entry>> entries) {}

  /// @param kind empty for a meeting whose booking is not known yet
  /// @param people whom a meeting names
  public record ActivityResponse(
      String id,
      Optional<String> kind,
      ActivityState state,
      Optional<Instant> occurredAt,
      Optional<String> settledBy,
      Optional<DecisionView> decision,
      Optional<List<PersonView>> people,
      List<FactView> facts) {}

  /// @param earlier the decisions that were replaced, oldest first
  public record DecisionView(
      Optional<String> rules,
      String reason,
      long total,
      List<ShareView> shares,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EarlierView> earlier) {}

  /// @param until when the next decision was written
  public record EarlierView(
      ActivityState state, Optional<String> rules, String reason, long total, Instant until) {

    private static EarlierView of(EarlierDecision was) {
      return new EarlierView(was.state(), was.edition(), was.reason(), was.total(), was.until());
    }
  }

  /// @param identity the address or account, where it is no member's
  /// @param unclaimed true where it waits for a sign-up
  /// @param awarded false where it is shown only
  public record ShareView(
      Optional<String> memberId,
      Optional<String> identity,
      long points,
      String exact,
      Optional<Boolean> unclaimed,
      Optional<Boolean> awarded) {}

  APIGatewayV2HTTPResponse get(Request request) {
    ActivityView view = activities.view(request);
    return Responses.ok(response(view, requests.of(view.record().id())));
  }

  /// @throws services.dataminer.points.platform.http.ProblemException 404 if there is no such
  ///   activity
  public History history(Request request) {
    ActivityView view = activities.view(request);
    ActivityId id = view.record().id();
    List<String> members =
        view.record().granted().values().stream().map(Granted::memberId).distinct().toList();
    return new History(
        response(view, requests.of(id)),
        Optional.of(members)
            .filter(some -> some.size() <= MOST_WITH_ENTRIES)
            .map(some -> entries(some, view.record())));
  }

  /// The entries up to the activity as it was read, so that the two do not contradict each other.
  private List<Entry> entries(List<String> members, ActivityRecord asRead) {
    return members.stream()
        .flatMap(member -> entries.of(member, asRead.id()).stream())
        .filter(entry -> entry.revision() <= asRead.version())
        .sorted(Comparator.comparing(Entry::revision).thenComparing(Entry::memberId))
        .toList();
  }

  /// An activity as the API tells of it.
  ///
  /// @param reassessments who asked for it to be assessed again
  static ActivityResponse response(ActivityView view, List<Editor> reassessments) {
    ActivityRecord record = view.record();
    return new ActivityResponse(
        record.id().value(),
        Optional.of(record.kind()).filter(k -> k != ActivityKind.MEETING).map(ActivityKind::label),
        view.state(),
        view.occurredAt(),
        view.settledBy().map(ActivityId::value),
        record.decision().map(decision -> decided(view, decision)),
        PersonView.all(record),
        FactView.all(record, reassessments));
  }

  private static DecisionView decided(ActivityView view, StoredDecision decision) {
    var people = view.record().peopleByRef();
    return new DecisionView(
        decision.edition(),
        view.reason(),
        view.award().map(StoredAward::total).orElse(0L),
        view.award().map(StoredAward::shares).orElse(List.of()).stream()
            .map(share -> shareView(view, share, people.get(share.ref())))
            .toList(),
        view.record().earlierDecisions().stream().map(EarlierView::of).toList());
  }

  private static ShareView shareView(ActivityView view, StoredShare share, Participant person) {
    boolean nobodys = person.memberId().isEmpty();
    return new ShareView(
        person.memberId(),
        Optional.of(person.name().stored()).filter(_ -> nobodys),
        view.points(share),
        share.exact().toString(),
        Optional.of(true).filter(_ -> share.awarded() && nobodys),
        Optional.of(false).filter(_ -> !share.awarded()));
  }
}
