package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.HashSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.SaveOutcome;
import services.dataminer.points.ledger.directory.SaveOutcome.DomainOfAnotherPartner;
import services.dataminer.points.ledger.directory.SaveOutcome.DomainOfSkyline;
import services.dataminer.points.ledger.directory.SaveOutcome.EventTypeOfAnotherShow;
import services.dataminer.points.ledger.directory.SaveOutcome.IdOfErasedMember;
import services.dataminer.points.ledger.directory.SaveOutcome.IdentityOfAnotherMember;
import services.dataminer.points.ledger.directory.SaveOutcome.ShowSettled;
import services.dataminer.points.ledger.directory.SaveOutcome.SignUpFixed;
import services.dataminer.points.ledger.directory.SaveOutcome.UnknownPartner;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.http.Value;

/// What all calls have in common that enter something into the directory.
final class DirectoryEntry {

  static final int LIMIT_BYTES = 64 * 1024;

  private DirectoryEntry() {}

  /// What the body makes of the id in the path, with everything that is wrong with either.
  ///
  /// @param reader makes the value of the id and the fields
  static <T> T read(Request request, ChosenId chosen, BiFunction<String, Fields, T> reader) {
    String id = request.pathParameter("id");
    return Fields.strict(request.json(LIMIT_BYTES))
        .read(
            body -> {
              if (!chosen.fits(id)) {
                body.addViolation(ChosenId.FIELD, "must be " + chosen.form());
              }
              return reader.apply(id, body);
            });
  }

  /// Reads entries of a list in which nothing stands twice.
  static <T> Function<Value, T> once(Function<Value, T> reader) {
    var seen = new HashSet<T>();
    return value -> {
      T entry = reader.apply(value);
      if (!seen.add(entry)) {
        value.addViolation("is listed twice");
      }
      return entry;
    };
  }

  /// What was saved, or the problem that it could not be.
  static SaveOutcome.Done done(SaveOutcome saved) {
    return switch (saved) {
      case SaveOutcome.Done done -> done;
      case SaveOutcome.Refused refused -> throw problem(refused).asException();
    };
  }

  private static Problem problem(SaveOutcome.Refused refused) {
    return switch (refused) {
      case IdOfErasedMember _ ->
          Problem.conflict(ChosenId.FIELD, "belonged to an erased member: use another id");
      case IdentityOfAnotherMember(Member.Named identity, String memberId) ->
          Problem.conflict(
              field(identity), "belongs to member %s: remove it there first".formatted(memberId));
      case UnknownPartner _ ->
          Problem.invalidField("partnerId", "is not a partner: create the partner first");
      case SignUpFixed _ ->
          Problem.conflict("signedUpOn", "cannot change: existing entries depend on it");
      case DomainOfSkyline(int position) ->
          Problem.invalidField(
              "domains[" + position + "]", "is one of Skyline's domains: remove it");
      case DomainOfAnotherPartner(int position, String partnerId) ->
          Problem.conflict(
              "domains[" + position + "]",
              "belongs to partner %s: remove it there first".formatted(partnerId));
      case ShowSettled _ ->
          Problem.conflict(
              "startsOn", "cannot change, nor can endsOn and timeZone: the show is settled");
      case EventTypeOfAnotherShow(int position, String showId) ->
          Problem.conflict(
              "calendarEventTypes[" + position + "]",
              "is in use for show %s on one of these days: remove it or change the days"
                  .formatted(showId));
    };
  }

  private static String field(Member.Named identity) {
    String list =
        switch (identity.by()) {
          case EMAIL -> "emails";
          case ACCOUNT -> "accounts";
          case OPEN_ID -> "openIds";
        };
    return list + "[" + identity.position() + "]";
  }

  /// 201 for what is new, 200 for what was there.
  static APIGatewayV2HTTPResponse answer(SaveOutcome.Done done, Object stored) {
    return done.created() ? Responses.created(stored) : Responses.ok(stored);
  }
}
