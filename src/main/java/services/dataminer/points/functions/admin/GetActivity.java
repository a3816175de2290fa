package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StoredDecision;
import services.dataminer.points.ledger.activity.StoredDecision.StoredAward;
import services.dataminer.points.ledger.activity.StoredDecision.StoredShare;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.award.ActivityState;

/// `GET /v1/activities/{id}`: what is known of an activity, how it was assessed, and who got what.
@Singleton
public class GetActivity {

  private final ActivityPath activities;

  public GetActivity(ActivityPath activities) {
    this.activities = activities;
  }

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

  public record DecisionView(
      Optional<String> rules, String reason, long total, List<ShareView> shares) {}

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
    return Responses.ok(read(request));
  }

  /// @throws services.dataminer.points.platform.http.ProblemException 404 if there is no such
  ///   activity
  public ActivityResponse read(Request request) {
    return response(activities.view(request));
  }

  /// An activity as the API tells of it.
  static ActivityResponse response(ActivityView view) {
    ActivityRecord record = view.record();
    return new ActivityResponse(
        record.id().value(),
        Optional.of(record.kind()).filter(k -> k != ActivityKind.MEETING).map(ActivityKind::label),
        view.state(),
        view.occurredAt(),
        view.settledBy().map(ActivityId::value),
        record.decision().map(decision -> decided(view, decision)),
        PersonView.all(record),
        FactView.all(record));
  }

  private static DecisionView decided(ActivityView view, StoredDecision decision) {
    var people = view.record().peopleByRef();
    return new DecisionView(
        decision.edition(),
        view.reason(),
        view.award().map(StoredAward::total).orElse(0L),
        view.award().map(StoredAward::shares).orElse(List.of()).stream()
            .map(share -> shareView(view, share, people.get(share.ref())))
            .toList());
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
