package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.RecordedAwardMessage;
import services.dataminer.points.ledger.activity.RecordedActivities;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.platform.http.FieldViolation;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.rules.RuleBook;

/// The calls by which administrators record what people decide on. What is recorded is taken down
/// under its id before it goes on the queue of its function, so the same call again finds it, and
/// puts it on the queue once more: nothing is lost if the first time ended in between.
@Singleton
class RecordAwards {

  /// Room for 1,000 people with the longest ids, on lines of their own.
  static final int LIMIT_BYTES = 128 * 1024;

  private static final int MOST_FAULTS = 50;

  private final RecordedActivities recordings;
  private final Members members;
  private final MessageQueues queues;
  private final AdminAccess access;
  private final RuleBook rules;
  private final ZoneId timeZone;

  /// @param timeZone the program's, in which a day is a day
  RecordAwards(
      RecordedActivities recordings,
      Members members,
      MessageQueues queues,
      AdminAccess access,
      RuleBook rules,
      ZoneId timeZone) {
    this.recordings = recordings;
    this.members = members;
    this.queues = queues;
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
    ActivityKind kind = ActivityKind.of(sent.recorded());
    ActivityId id = ActivityId.decided(kind, sent.id());
    Recorded standing = recordings.find(id).orElseGet(() -> record(id, sent));
    if (!standing.tellsSame(sent.recorded())) {
      throw Problem.conflict(
              ChosenId.FIELD,
              "stands for something else, recorded by %s at %s: take another"
                  .formatted(standing.by(), standing.at()))
          .asException();
    }
    queues.send(ActivityMessages.queueOf(kind), RecordedAwardMessage.of(id, standing));
    return Responses.accepted(new Accepted(id.value()));
  }

  /// Members are looked up only for what is new: what was recorded is answered as the first time,
  /// whoever was erased since.
  private Recorded record(ActivityId id, Submission sent) {
    Set<String> known = members.known(sent.recorded().people());
    List<FieldViolation> nobodies =
        sent.named().stream()
            .filter(named -> !known.contains(named.memberId()))
            .limit(MOST_FAULTS)
            .map(
                named ->
                    new FieldViolation(named.field(), "is no member: sign the person up first"))
            .toList();
    if (!nobodies.isEmpty()) {
      throw Problem.invalidFields(nobodies).asException();
    }
    return recordings.record(id, sent.recorded());
  }
}
