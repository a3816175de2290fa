package services.dataminer.points.functions.member;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import services.dataminer.points.functions.field.PreviewParameter;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.time.Rfc3339;

/// What members read and decide about themselves, and administrators about everyone. Programs make
/// these calls over HTTP, the pages' forms in the process.
@Singleton
public class MemberCalls {

  private static final Set<String> NONE_PREVIEWED = Set.of();

  private final MemberAccess access;
  private final BalanceResource balance;
  private final EntriesResource entries;
  private final ActivitiesResource activities;
  private final TransfersResource transfers;
  private final AutoTransferResource autoTransfer;
  private final StatementLinkResource statementLink;
  private final PartnerStandingResource partnerStanding;
  private final ApiDescription description;

  MemberCalls(
      MemberAccess access,
      BalanceResource balance,
      EntriesResource entries,
      ActivitiesResource activities,
      TransfersResource transfers,
      AutoTransferResource autoTransfer,
      StatementLinkResource statementLink,
      PartnerStandingResource partnerStanding,
      ApiDescription description) {
    this.access = access;
    this.balance = balance;
    this.entries = entries;
    this.activities = activities;
    this.transfers = transfers;
    this.autoTransfer = autoTransfer;
    this.statementLink = statementLink;
    this.partnerStanding = partnerStanding;
    this.description = description;
  }

  /// The response to a call, by the route that it came by.
  ///
  /// @throws services.dataminer.points.platform.http.ProblemException if the call is refused
  public APIGatewayV2HTTPResponse answer(Request request) {
    PreviewParameter.refuseUnless(NONE_PREVIEWED, request);
    return switch (request.routeKey()) {
      case "GET /openapi.yaml" -> Responses.text("application/yaml", description.text());
      case "GET /v1/members/{id}/balance" ->
          Responses.ok(balance.get(access.member(request), moment(request)));
      case "GET /v1/members/{id}/entries" -> entries.get(access.member(request).id(), request);
      case "GET /v1/members/{id}/activities" ->
          Responses.ok(activities.get(access.member(request).id(), request));
      case "GET /v1/members/{id}/transfers" ->
          Responses.ok(transfers.get(access.member(request).id(), request));
      case "POST /v1/members/{id}/transfers" -> transfers.post(access.member(request), request);
      case "PATCH /v1/members/{id}" ->
          Responses.ok(
              autoTransfer.patch(access.member(request).id(), request, access.editor(request)));
      case "POST /v1/members/{id}/statement-link" ->
          statementLink.post(access.member(request).id(), request, access.editor(request));
      case "DELETE /v1/members/{id}/statement-link" ->
          statementLink.delete(access.member(request).id(), access.editor(request));
      case "GET /v1/partners/{id}/standing" ->
          Responses.ok(partnerStanding.get(access.partner(request).id(), request.receivedAt()));
      default ->
          Responses.problem(
              Problem.notFound(
                  "There is no call "
                      + request.routeKey()
                      + ". GET /openapi.yaml lists all calls."));
    };
  }

  private static Instant moment(Request request) {
    return request
        .query("at")
        .map(
            text ->
                Rfc3339.instant(text)
                    .orElseThrow(
                        () ->
                            Problem.invalidField(
                                    "at", "must be a time such as 2026-09-15T00:00:00Z")
                                .asException()))
        .orElseGet(request::receivedAt);
  }
}
