package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.NamedPerson;
import services.dataminer.points.ledger.activity.StoredDecision;
import services.dataminer.points.ledger.activity.StoredDecision.StoredAward;
import services.dataminer.points.ledger.activity.StoredDecision.StoredShare;
import services.dataminer.points.ledger.view.Story;
import services.dataminer.points.platform.http.Answers;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.award.ActivityState;

/// `GET /v1/activities/{id}`: what is known of an activity, how it was judged, and who got what.
@Singleton
class TellActivity {

  private final ActivityPath activities;

  TellActivity(ActivityPath activities) {
    this.activities = activities;
  }

  /// @param kind empty for a meeting whose booking is not known yet
  record Answer(
      String id,
      Optional<String> kind,
      ActivityState state,
      Optional<Instant> occurredAt,
      Optional<String> settledBy,
      Optional<Decided> decision,
      List<ToldFact> facts) {}

  record Decided(Optional<String> rules, String reason, long total, List<ToldShare> shares) {}

  /// @param identity the address or account, where it is no member's
  /// @param unclaimed true where it waits for a sign-up
  /// @param awarded false where it is shown only
  record ToldShare(
      Optional<String> memberId,
      Optional<String> identity,
      long points,
      String exact,
      Optional<Boolean> unclaimed,
      Optional<Boolean> awarded) {}

  APIGatewayV2HTTPResponse get(Request request) {
    return Answers.ok(told(activities.story(request)));
  }

  private static Answer told(Story story) {
    ActivityRecord record = story.record();
    return new Answer(
        record.id().value(),
        Optional.of(record.kind()).filter(k -> k != ActivityKind.MEETING).map(ActivityKind::label),
        story.state(),
        story.occurredAt(),
        story.settledBy().map(ActivityId::value),
        record.decision().map(decision -> decided(story, decision)),
        ToldFact.all(record));
  }

  private static Decided decided(Story story, StoredDecision decision) {
    var people = story.record().peopleByRef();
    boolean ofShow = story.record().show().isPresent();
    return new Decided(
        decision.edition(),
        story.reason(),
        story.award().map(StoredAward::total).orElse(0L),
        story.award().map(StoredAward::shares).orElse(List.of()).stream()
            .map(share -> told(share, people.get(share.ref()), ofShow))
            .toList());
  }

  /// A meeting of a show is rounded by its settlement, together with all others: its own parts are
  /// only told.
  private static ToldShare told(StoredShare share, NamedPerson person, boolean ofShow) {
    boolean nobodys = person.memberId().isEmpty();
    return new ToldShare(
        person.memberId(),
        Optional.of(person.address()).filter(_ -> nobodys),
        ofShow ? share.exact().floor() : share.points(),
        share.exact().toString(),
        Optional.of(true).filter(_ -> share.awarded() && nobodys),
        Optional.of(false).filter(_ -> !share.awarded()));
  }
}
