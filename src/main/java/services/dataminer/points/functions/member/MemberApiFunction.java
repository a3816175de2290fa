package services.dataminer.points.functions.member;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import java.time.Instant;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.platform.config.PointsConfig;
import services.dataminer.points.platform.http.Answers;
import services.dataminer.points.platform.http.HttpEdge;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.time.Rfc3339;

/// What members read about themselves, and admins about everyone.
public class MemberApiFunction {

  private final Members members;
  private final ReadBalance balance;
  private final ReadEntries entries;
  private final ReadActivities activities;
  private final ApiDescription description;
  private final PointsConfig.Access access;

  MemberApiFunction(
      Members members,
      ReadBalance balance,
      ReadEntries entries,
      ReadActivities activities,
      ApiDescription description,
      PointsConfig config) {
    this.members = members;
    this.balance = balance;
    this.entries = entries;
    this.activities = activities;
    this.description = description;
    this.access = config.access();
  }

  @Funq("member-api")
  public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    return HttpEdge.answer(() -> route(Request.of(event)));
  }

  private APIGatewayV2HTTPResponse route(Request request) {
    return switch (request.routeKey()) {
      case "GET /openapi.yaml" -> Answers.text("application/yaml", description.text());
      case "GET /v1/members/{id}/balance" ->
          Answers.ok(balance.read(member(request), moment(request)));
      case "GET /v1/members/{id}/entries" ->
          Answers.ok(entries.read(member(request).id(), request));
      case "GET /v1/members/{id}/activities" ->
          Answers.ok(activities.read(member(request).id(), request));
      default -> Answers.problem(Problem.notFound("There is no " + request.routeKey() + "."));
    };
  }

  /// The member of the path, if the caller may read about that member.
  private Member member(Request request) {
    String id = request.pathParameter("id");
    boolean self = request.claim(access.memberIdClaim()).filter(id::equals).isPresent();
    if (!self && !request.scopes().contains(access.adminScope())) {
      throw Problem.forbidden("Members read about themselves only.").asException();
    }
    return members
        .find(id)
        .orElseThrow(() -> Problem.notFound("There is no member " + id + ".").asException());
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
