package services.dataminer.points.functions.pages.form;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.functions.admin.AdminCalls;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.functions.member.MemberCalls;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.ProblemType;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.json.Json;

/// Calls of the API that a page makes for its visitor, in this process: the same checks, the same
/// errors and the same author in the books as for a program that calls it over HTTP.
@Singleton
public class ApiCalls {

  private final AdminCalls administrators;
  private final MemberCalls members;
  private final PointsConfig.Access access;

  @Inject
  public ApiCalls(AdminCalls administrators, MemberCalls members, PointsConfig config) {
    this.administrators = administrators;
    this.members = members;
    this.access = config.access();
  }

  /// A call.
  ///
  /// @param route with the names of its path's parameters, such as `PUT /v1/members/{id}`
  /// @param path the parameters of the path
  /// @param query the parameters of the query
  public record Call(
      String route, Map<String, String> path, Map<String, String> query, Optional<JsonNode> body) {

    /// A call that reads.
    public static Call get(String route, Map<String, String> path, Map<String, String> query) {
      return new Call(route, path, query, Optional.empty());
    }

    /// A call that erases.
    public static Call delete(String route, Map<String, String> path) {
      return new Call(route, path, Map.of(), Optional.empty());
    }

    /// A call that sends something.
    public static Call of(String route, Map<String, String> path, JsonNode body) {
      return new Call(route, path, Map.of(), Optional.of(body));
    }
  }

  /// What the API answers to a call.
  ///
  /// @param body missing where the response has none
  public record ApiReply(int status, JsonNode body) {

    /// Whether the call enters something that was not there.
    public boolean isCreated() {
      return status == 201;
    }
  }

  /// The response of an administrators' call, as JSON; missing where the response has no body.
  ///
  /// @param page the request that the page answers, made at the same time
  /// @throws ProblemException as the API answers it
  public JsonNode asAdministrator(Request page, Visitor visitor, Call call) {
    return answer(page, visitor, call).body();
  }

  /// The same, with its status.
  public ApiReply answer(Request page, Visitor visitor, Call call) {
    APIGatewayV2HTTPResponse response = administrators.answer(request(page, visitor, call));
    return new ApiReply(response.getStatusCode(), json(response));
  }

  /// The response of an administrators' call that reads one thing; empty if there is no such thing.
  ///
  /// @throws ProblemException as the API answers it, other than by 404
  public Optional<JsonNode> find(Request page, Visitor visitor, Call call) {
    try {
      return Optional.of(asAdministrator(page, visitor, call));
    } catch (ProblemException refused) {
      if (refused.problem().type() == ProblemType.NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /// The response of a member's call, as JSON; missing where the response has no body.
  ///
  /// @param page the request that the page answers, made at the same time
  /// @throws ProblemException as the API answers it
  public JsonNode asMember(Request page, Visitor visitor, Call call) {
    return json(members.answer(request(page, visitor, call)));
  }

  private Request request(Request page, Visitor visitor, Call call) {
    List<String> scopes = visitor.isAdministrator() ? List.of(access.adminScope()) : List.of();
    var token =
        RequestContext.Authorizer.builder()
            .withJwt(
                RequestContext.Authorizer.JWT
                    .builder()
                    .withClaims(Map.of(access.memberIdClaim(), visitor.memberId()))
                    .withScopes(scopes)
                    .build())
            .build();
    return Request.of(
        APIGatewayV2HTTPEvent.builder()
            .withRouteKey(call.route())
            .withPathParameters(call.path())
            .withQueryStringParameters(call.query())
            .withHeaders(headers(page))
            .withBody(call.body().map(JsonNode::toString).orElse(null))
            .withRequestContext(
                RequestContext.builder()
                    .withTimeEpoch(page.receivedAt().toEpochMilli())
                    .withAuthorizer(token)
                    .build())
            .build());
  }

  /// A response may name an address of this site, so the call comes to where its page did.
  private static Map<String, String> headers(Request page) {
    Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/json"));
    for (String name : List.of("host", "x-forwarded-proto")) {
      page.header(name).ifPresent(value -> headers.put(name, value));
    }
    return headers;
  }

  private static JsonNode json(APIGatewayV2HTTPResponse response) {
    try {
      return response.getBody() == null
          ? MissingNode.getInstance()
          : Json.MAPPER.readTree(response.getBody());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the API answered something else than JSON", e);
    }
  }
}
