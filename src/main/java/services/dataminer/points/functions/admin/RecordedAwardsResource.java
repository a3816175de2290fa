package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import services.dataminer.points.application.activity.RecordAward;
import services.dataminer.points.functions.field.PreviewParameter;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.view.ActivityView;
import services.dataminer.points.platform.http.FieldViolation;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.rules.RuleBook;

/// The calls by which administrators record what people decide on. With `preview=true` in the query
/// nothing is recorded: the response is the activity as it would be decided now.
@Singleton
class RecordedAwardsResource {

  /// Room for 1,000 people with the longest ids, on lines of their own.
  static final int LIMIT_BYTES = 128 * 1024;

  private static final int MOST_VIOLATIONS = 50;

  private final RecordAward awards;
  private final AdminAccess access;
  private final RuleBook rules;
  private final ZoneId timeZone;

  /// @param timeZone the program's, in which a day is a day
  RecordedAwardsResource(RecordAward awards, AdminAccess access, RuleBook rules, ZoneId timeZone) {
    this.awards = awards;
    this.access = access;
    this.rules = rules;
    this.timeZone = timeZone;
  }

  /// @param reader reads the body of what is to be recorded
  /// @throws services.dataminer.points.platform.http.ProblemException 422 with every field that is
  ///   wrong, then with every member whom nobody knows; 409 if the id stands for something else
  APIGatewayV2HTTPResponse post(Request request, BiFunction<Fields, Recording, Submission> reader) {
    var call = new Recording(rules, timeZone, access.editor(request));
    Submission sent =
        Fields.strict(request.json(LIMIT_BYTES)).read(body -> reader.apply(body, call));
    return switch (PreviewParameter.isSet(request)
        ? awards.preview(sent.id(), sent.recorded())
        : awards.record(sent.id(), sent.recorded())) {
      case RecordAward.Outcome.Foreseen(ActivityRecord activity) ->
          Responses.ok(
              GetActivity.response(new ActivityView(activity, Optional.empty()), List.of()));
      case RecordAward.Outcome.Accepted(ActivityId id) ->
          Responses.accepted(new Accepted(id.value()));
      case RecordAward.Outcome.IdTaken(String by, Instant at) ->
          throw Problem.conflict(
                  ChosenId.FIELD,
                  "is in use for other content, recorded by %s at %s: use another id"
                      .formatted(by, at))
              .asException();
      case RecordAward.Outcome.UnknownMembers(Set<String> unknown) ->
          throw Problem.invalidFields(strangers(sent, unknown)).asException();
    };
  }

  private static List<FieldViolation> strangers(Submission sent, Set<String> unknown) {
    return sent.named().stream()
        .filter(named -> unknown.contains(named.memberId()))
        .limit(MOST_VIOLATIONS)
        .map(
            named -> new FieldViolation(named.field(), "is not a member: sign the person up first"))
        .toList();
  }
}
