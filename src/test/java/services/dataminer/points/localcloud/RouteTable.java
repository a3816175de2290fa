package services.dataminer.points.localcloud;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the route of a request: the most specific that matches, `$default` at last.
final class RouteTable {
  private final List<Route> routes;

  /// A route and the decoded values of the variables in its path.
  record Match(Route route, Map<String, String> pathParameters) {}

  RouteTable(List<Route> routes) {
    this.routes = routes.stream().sorted(Comparator.comparing(RouteTable::rank)).toList();
  }

  /// @param rawPath as sent, still percent-encoded
  /// @throws IllegalArgumentException when the encoding is broken
  Optional<Match> find(String method, String rawPath) {
    for (Route route : routes) {
      if (route.path().equals("$default")) {
        return Optional.of(new Match(route, Map.of()));
      }
      if (route.method().equals("ANY") || route.method().equals(method)) {
        Optional<Map<String, String>> parameters = match(route.path(), rawPath);
        if (parameters.isPresent()) {
          return Optional.of(new Match(route, parameters.get()));
        }
      }
    }
    return Optional.empty();
  }

  /// Sorts literal segments before variables, variables before greedy ones, a method before `ANY`.
  private static String rank(Route route) {
    StringBuilder rank = new StringBuilder();
    if (route.path().equals("$default")) {
      return "9";
    }
    for (String segment : route.path().substring(1).split("/", -1)) {
      rank.append(segment.endsWith("+}") ? '2' : segment.startsWith("{") ? '1' : '0');
    }
    // A longer path of the same beginning is more specific: '3' sorts after its next digit.
    return rank.append('3').append(route.method().equals("ANY") ? '1' : '0').toString();
  }

  private static Optional<Map<String, String>> match(String pattern, String rawPath) {
    String[] wanted = pattern.split("/", -1);
    String[] actual = rawPath.split("/", -1);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      boolean variable = wanted[i].startsWith("{");
      if (i >= actual.length || (variable && actual[i].isEmpty())) {
        return Optional.empty();
      }
      if (variable && wanted[i].endsWith("+}")) {
        String rest = String.join("/", List.of(actual).subList(i, actual.length));
        parameters.put(wanted[i].substring(1, wanted[i].length() - 2), Query.decodePath(rest));
        return Optional.of(parameters);
      }
      String value = Query.decodePath(actual[i]);
      if (variable) {
        parameters.put(wanted[i].substring(1, wanted[i].length() - 1), value);
      } else if (!wanted[i].equals(value)) {
        return Optional.empty();
      }
    }
    return wanted.length == actual.length ? Optional.of(parameters) : Optional.empty();
  }
}
