package services.dataminer.points.functions.member;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import services.dataminer.points.application.transfer.RequestTransfer;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.transfer.RequestOutcome;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.Transfer.State;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.platform.http.Cursor;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.award.Arithmetic;

/// `/v1/members/{id}/transfers`: points that a member takes to DOJO.
@Singleton
class TransfersResource {

  private static final int LIMIT_BYTES = 4096;
  private static final int PAGE = 100;
  private static final long MOST_POINTS = 1_000_000_000;

  /// Without a dot, which separates it from the member's id in the name that DOJO gets.
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  /// The names of automatic transfers.
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final Transfers transfers;
  private final RequestTransfer requests;

  TransfersResource(Transfers transfers, RequestTransfer requests) {
    this.transfers = transfers;
    this.requests = requests;
  }

  record TransfersPage(
      List<TransferView> transfers,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> next) {}

  record TransferView(
      String id,
      long points,
      State state,
      Instant at,
      Optional<Instant> postedAt,
      Optional<String> reason) {}

  record ReservedTransfer(String id, long points, State state) {}

  private record Wish(String id, long points) {}

  /// The member's transfers, newest first.
  TransfersPage get(String memberId, Request request) {
    Optional<PageCursor> after = Cursor.in(request, text -> Optional.of(new PageCursor(text)));
    var page = transfers.page(memberId, after, PAGE);
    return new TransfersPage(
        page.items().stream().map(TransfersResource::view).toList(),
        page.next().map(next -> Cursor.of(next.text())));
  }

  private static TransferView view(Transfer transfer) {
    return new TransferView(
        transfer.id(),
        transfer.points(),
        transfer.state(),
        transfer.at(),
        transfer.postedAt(),
        transfer.reason());
  }

  APIGatewayV2HTTPResponse post(Member member, Request request) {
    Wish wish = Fields.strict(request.json(LIMIT_BYTES)).read(TransfersResource::wish);
    return switch (requests.request(member, wish.id(), wish.points(), request.receivedAt())) {
      case RequestOutcome.Reserved _ ->
          Responses.accepted(new ReservedTransfer(wish.id(), wish.points(), State.REQUESTED));
      case RequestOutcome.OfOtherPoints(long points) ->
          throw Problem.conflict(
                  "id",
                  "is in use for a transfer of " + Arithmetic.points(points) + ": use another id")
              .asException();
      case RequestOutcome.OfNoOne _ -> throw Problem.unknown("member", member.id()).asException();
      case RequestOutcome.TooMany(long transferable) ->
          throw Problem.invalidField(
                  "points", "exceeds the " + transferable + " points that are transferable")
              .asException();
    };
  }

  private static Wish wish(Fields body) {
    Value id = body.at("id");
    String text = id.text(ID, "an id of 1 to 64 letters, digits, \"_\" and \"-\"");
    if (DATE.matcher(text).matches()) {
      id.addViolation("must not be a date: dates name automatic transfers");
    }
    return new Wish(text, body.whole("points", 1, MOST_POINTS));
  }
}
