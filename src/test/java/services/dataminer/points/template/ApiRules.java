package services.dataminer.points.template;

import static services.dataminer.points.template.Rule.unless;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.template.OpenApi.Caller;
import services.dataminer.points.template.OpenApi.Operation;

/// What the HTTP API must keep.
final class ApiRules {

  private static final Pattern ROUTE =
      Pattern.compile("(GET|PUT|POST|PATCH|DELETE) (/|(/([a-z0-9.-]+|\\{[a-zA-Z]+}))+)");
  private static final Pattern LOGGED = Pattern.compile("\\$context\\.([a-zA-Z.]+)");
  private static final List<String> ORIGINS = List.of("AllowedOrigins");
  private static final String WARNS = "FailOnApiWarnings";
  private static final Set<String> NOT_PERSONAL =
      Set.of(
          "requestId",
          "requestTime",
          "routeKey",
          "status",
          "responseLength",
          "responseLatency",
          "integrationLatency",
          "integrationErrorMessage",
          "authorizer.error",
          "error.message");

  static final Rule ROUTES_ARE_WELL_FORMED =
      new Rule(
          "every route is a method and a path that begins with a slash, once",
          template -> {
            Set<String> seen = new HashSet<>();
            return routes(template)
                .filter(route -> !ROUTE.matcher(route.name()).matches() || !seen.add(route.name()))
                .map(route -> route.name() + " is not a route, or is one twice");
          });

  static final Rule ROUTES_ARE_DESCRIBED =
      new Rule(
          "the routes are those of openapi.yaml, and the pages'",
          template -> {
            Set<String> routes =
                callsOfTheApi(template)
                    .map(Route::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> described =
                OpenApi.read().operations().stream()
                    .map(Operation::route)
                    .collect(Collectors.toCollection(TreeSet::new));
            return unless(
                routes.equals(described), "routes are " + routes + ", described " + described);
          });

  static final Rule CALLERS =
      new Rule(
          "the gateway lets through whom openapi.yaml says",
          template -> {
            Map<String, Caller> described =
                OpenApi.read().operations().stream()
                    .collect(
                        Collectors.toMap(
                            Operation::route, Operation::caller, (one, _) -> one, TreeMap::new));
            return routes(template)
                .filter(route -> described.containsKey(route.name()))
                .filter(route -> route.caller() != described.get(route.name()))
                .map(route -> route.name() + " lets through " + route.caller());
          });

  static final Rule MEMBER_SCOPE =
      new Rule(
          "if a scope is given for members, their routes need it or the administrators'",
          template ->
              routes(template)
                  .filter(route -> route.caller() == Caller.MEMBER)
                  .filter(
                      route ->
                          !route
                              .scopesIf("MembersNeedAScope")
                              .equals(List.of("MemberScope", "AdminScope")))
                  .map(route -> route.name() + " needs neither scope"));

  static final Rule TOKENS =
      Rule.ofResources(
          "AWS::Serverless::HttpApi",
          "the gateway asks for a token unless a route says otherwise",
          api -> {
            Section auth = api.properties().get("Auth");
            Section jwt =
                auth.get("Authorizers", auth.get("DefaultAuthorizer").text(), "JwtConfiguration");
            return unless(
                jwt.get("issuer").pointsTo("JwtIssuer")
                    && jwt.get("audience").pointsTo("JwtAudience"),
                "asks for no token of the issuer by default");
          });

  static final Rule THROTTLED =
      Rule.ofResources(
          "AWS::Serverless::HttpApi",
          "the gateway bounds the rate of calls",
          api -> {
            Section settings = api.properties().get("DefaultRouteSettings");
            return unless(
                settings.get("ThrottlingRateLimit").number() > 0
                    && settings.get("ThrottlingBurstLimit").number() > 0,
                "bounds no rate");
          });

  static final Rule ACCESS_LOG =
      Rule.ofResources(
          "AWS::Serverless::HttpApi",
          "the access log names nobody",
          api -> {
            Section log = api.properties().get("AccessLogSettings");
            List<String> logged =
                LOGGED
                    .matcher(log.get("Format").text())
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            return Stream.concat(
                unless(
                    log.get("DestinationArn").pointsTo("ApiLog") && logged.contains("routeKey"),
                    "writes no access log"),
                logged.stream()
                    .filter(variable -> !NOT_PERSONAL.contains(variable))
                    .map(variable -> "logs " + variable + ", which may name somebody"));
          });

  static final Rule PAGES =
      Rule.ofResources(
          "AWS::Serverless::HttpApi",
          "no web page may call the API unless its origin is given",
          api -> {
            List<Section> choice = api.properties().get("CorsConfiguration", "Fn::If").items();
            return unless(
                choice.size() == 3
                    && choice.getFirst().text().equals("PagesAreAllowed")
                    && choice.get(1).get("AllowOrigins").references().toList().equals(ORIGINS)
                    && !choice.get(1).get("AllowCredentials").exists()
                    && choice.getLast().pointsTo("AWS::NoValue"),
                "lets other pages in than those given");
          });

  static final Rule WARNINGS =
      new Rule(
          "what SAM writes and API Gateway warns about fails no deploy, unless it shall",
          template ->
              Stream.concat(
                  template.resources("AWS::Serverless::HttpApi").stream()
                      .filter(it -> !it.properties().get("FailOnWarnings").pointsTo(WARNS))
                      .map(api -> api.id() + ": does not leave it to " + WARNS),
                  unless(
                      template.parameters().get(WARNS, "Default").text().equals("false"),
                      "a warning fails a deploy")));

  static final Rule ROUTE_METRICS =
      new Rule(
          "routes are counted one by one only if that is asked for, as it costs more than the rest",
          template ->
              unless(
                  template.resources("AWS::Serverless::HttpApi").stream()
                          .allMatch(
                              api ->
                                  api.properties()
                                      .get("DefaultRouteSettings", "DetailedMetricsEnabled")
                                      .pointsTo("RouteMetrics"))
                      && template
                          .parameters()
                          .get("RouteMetrics", "Default")
                          .text()
                          .equals("false"),
                  "counts each route"));

  static final Rule DOMAIN =
      Rule.ofResources(
          "AWS::ApiGatewayV2::ApiMapping",
          "a domain of one's own leads to the API, only if it is given",
          mapping ->
              unless(
                  mapping.body().get("Condition").text().equals("DomainIsGiven")
                      && mapping.properties().get("ApiId").pointsTo("Api")
                      && mapping.properties().get("DomainName").pointsTo("ApiDomain"),
                  "leads elsewhere, or nowhere"));

  static List<Rule> all() {
    return List.of(
        ROUTES_ARE_WELL_FORMED,
        ROUTES_ARE_DESCRIBED,
        CALLERS,
        MEMBER_SCOPE,
        TOKENS,
        THROTTLED,
        PageRules.OPEN,
        ACCESS_LOG,
        PAGES,
        WARNINGS,
        ROUTE_METRICS,
        DOMAIN);
  }

  /// A route of a function.
  record Route(String name, Section event) {

    Caller caller() {
      Section auth = event.get("Auth");
      if (auth.get("Authorizer").text().equals("NONE")) {
        return Caller.ANYBODY;
      }
      List<Section> scopes = scopes();
      return scopes.size() == 1 && scopes.getFirst().pointsTo("AdminScope")
          ? Caller.ADMIN
          : Caller.MEMBER;
    }

    /// The parameters with the scopes that it needs only under the condition.
    List<String> scopesIf(String condition) {
      return scopes().stream()
          .map(scope -> scope.get("Fn::If").items())
          .filter(choice -> choice.size() == 3 && choice.getFirst().text().equals(condition))
          .filter(choice -> choice.getLast().pointsTo("AWS::NoValue"))
          .flatMap(choice -> choice.get(1).reference().stream())
          .toList();
    }

    private List<Section> scopes() {
      return event.get("Auth", "AuthorizationScopes").items();
    }
  }

  static Stream<Route> routes(Template template) {
    return routesOf(template, _ -> true);
  }

  /// All routes but those of the pages.
  static Stream<Route> callsOfTheApi(Template template) {
    return routesOf(template, name -> !name.equals(PageRules.FUNCTION));
  }

  static Stream<Route> routesOf(Template template, Predicate<String> functionName) {
    return template.functions().stream()
        .filter(function -> functionName.test(function.name()))
        .flatMap(ApiRules::routes);
  }

  static Stream<Route> routes(LambdaFunction function) {
    return function.events("HttpApi").stream()
        .map(LambdaFunction.Event::properties)
        .map(it -> new Route(it.get("Method").text() + " " + it.get("Path").text(), it));
  }

  private ApiRules() {}
}
