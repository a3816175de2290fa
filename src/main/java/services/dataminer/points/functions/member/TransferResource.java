package services.dataminer.points.functions.member;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.Transfer.State;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.ledger.transfer.Transfers.RequestOutcome;
import services.dataminer.points.platform.http.Cursor;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.award.Arithmetic;
import services.dataminer.points.program.membership.MembershipYear;
import services.dataminer.points.program.rules.RuleBook;

/// `/v1/members/{id}/transfers`: points that a member takes to DOJO.
@Singleton
class TransferResource {

  private static final int LIMIT_BYTES = 4096;
  private static final int PAGE = 100;
  private static final long MOST_POINTS = 1_000_000_000;

  /// Without a dot, which separates it from the member's id in the name that DOJO gets.
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  /// The names of automatic transfers.
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final Comparator<Transfer> NEWEST_FIRST =
      Comparator.comparing(TransferResource::place).reversed();

  private final Transfers transfers;
  private final RuleBook rules;
  private final ZoneId timeZone;

  TransferResource(Transfers transfers, RuleBook rules, ZoneId timeZone) {
    this.transfers = transfers;
    this.rules = rules;
    this.timeZone = timeZone;
  }

  record TransfersPage(
      List<TransferLine> transfers,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> next) {}

  record TransferLine(
      String id,
      long points,
      State state,
      Instant at,
      Optional<Instant> postedAt,
      Optional<String> reason) {}

  record ReservedTransfer(String id, long points, State state) {}

  private record Wish(String id, long points) {}

  /// The member's transfers, newest first.
  TransfersPage read(String memberId, Request request) {
    Optional<String> after = Cursor.in(request, "");
    List<Transfer> page =
        transfers.of(memberId).stream()
            .sorted(NEWEST_FIRST)
            .filter(transfer -> after.map(last -> place(transfer).compareTo(last) < 0).orElse(true))
            .limit(PAGE + 1L)
            .toList();
    boolean more = page.size() > PAGE;
    return new TransfersPage(
        page.stream().limit(PAGE).map(TransferResource::line).toList(),
        more ? Optional.of(Cursor.of(place(page.get(PAGE - 1)))) : Optional.empty());
  }

  private static String place(Transfer transfer) {
    return Keys.sortable(transfer.at()) + " " + transfer.id();
  }

  private static TransferLine line(Transfer transfer) {
    return new TransferLine(
        transfer.id(),
        transfer.points(),
        transfer.state(),
        transfer.at(),
        transfer.postedAt(),
        transfer.reason());
  }

  /// Reserves points at once, so that they cannot be asked for twice; the next night takes them.
  APIGatewayV2HTTPResponse post(Member member, Request request) {
    Wish wish = Fields.strict(request.json(LIMIT_BYTES)).read(TransferResource::wish);
    Transfer transfer = transfer(member, wish, request.receivedAt());
    String why = Arithmetic.points(wish.points()) + " for DOJO, as requested";
    return switch (transfers.request(transfer, why)) {
      case RequestOutcome.Reserved _ ->
          Responses.accepted(new ReservedTransfer(wish.id(), wish.points(), State.REQUESTED));
      case RequestOutcome.OfOtherPoints(long points) ->
          throw Problem.conflict(
                  "id", "is that of a transfer of " + Arithmetic.points(points) + ": take another")
              .asException();
      case RequestOutcome.OfNoOne _ ->
          throw Problem.notFound("There is no member " + member.id() + ".").asException();
      case RequestOutcome.TooMany(long transferable) ->
          throw Problem.invalidField(
                  "points", "is more than the " + transferable + " that are transferable")
              .asException();
    };
  }

  private static Wish wish(Fields body) {
    Value id = body.at("id");
    String text = id.text(ID, "an id of 1 to 64 letters, digits, \"_\" and \"-\"");
    if (DATE.matcher(text).matches()) {
      id.fault("must not be a date, which names the automatic transfer of a night");
    }
    return new Wish(text, body.whole("points", 1, MOST_POINTS));
  }

  private Transfer transfer(Member member, Wish wish, Instant at) {
    LocalDate on = LocalDate.ofInstant(at, timeZone);
    return Transfer.of(
        member.id(),
        wish.id(),
        wish.points(),
        Math.multiplyExact(wish.points(), rules.dojoOn(on).rate()),
        at,
        on,
        MembershipYear.of(member.signedUpOn(), on).from());
  }
}
