package services.dataminer.points.template;

import static services.dataminer.points.template.Rule.unless;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.template.ApiRules.Route;
import services.dataminer.points.template.OpenApi.Caller;

/// What the routes of the pages must keep.
final class PageRules {

  /// Its routes are for browsers: no openapi.yaml describes them, and nobody brings a token.
  static final String FUNCTION = "pages";

  static final Rule OPEN =
      new Rule(
          "the pages' routes ask for no token, and each has a limit of its own",
          template -> {
            Set<String> limited =
                template.resources("AWS::Serverless::HttpApi").stream()
                    .flatMap(api -> limitedRoutes(api.properties()))
                    .collect(Collectors.toCollection(TreeSet::new));
            List<Route> pages = ApiRules.routesOf(template, FUNCTION::equals).toList();
            Set<String> names =
                pages.stream().map(Route::name).collect(Collectors.toCollection(TreeSet::new));
            return Stream.concat(
                pages.stream()
                    .filter(route -> route.caller() != Caller.ANYBODY)
                    .map(route -> route.name() + " asks for a token, which no browser sends"),
                unless(names.equals(limited), "the pages are " + names + ", limited " + limited));
          });

  private static Stream<String> limitedRoutes(Section api) {
    return api.get("RouteSettings").entries().entrySet().stream()
        .filter(route -> route.getValue().get("ThrottlingRateLimit").number() > 0)
        .filter(route -> route.getValue().get("ThrottlingBurstLimit").number() > 0)
        .map(Map.Entry::getKey);
  }

  private PageRules() {}
}
