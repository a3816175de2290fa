package services.dataminer.points.localcloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the routes of the HTTP API and who may call them.
final class HttpApiReader {
  private final Map<String, Object> auth;
  private final Intrinsics intrinsics;
  private final LocalNames names;

  HttpApiReader(
      Map<String, Object> globals,
      Map<String, Object> resources,
      Intrinsics intrinsics,
      LocalNames names) {
    this.intrinsics = intrinsics;
    this.names = names;
    Map<String, Object> own =
        resources.values().stream()
            .map(Tree::map)
            .filter(resource -> "AWS::Serverless::HttpApi".equals(resource.get("Type")))
            .map(resource -> Tree.map(resource, "Properties"))
            .findFirst()
            .orElse(Map.of());
    Object merged = Tree.merged(Tree.map(globals, "HttpApi"), own);
    this.auth = Tree.map(Tree.map(merged), "Auth");
  }

  List<Route> routes(String logicalId, Map<String, Object> properties) {
    List<Route> routes = new ArrayList<>();
    for (Map<String, Object> event : EventReader.events(properties, "HttpApi")) {
      routes.add(
          new Route(
              Tree.text(event, "Method", "ANY").toUpperCase(Locale.ROOT),
              Tree.text(event, "Path", "$default"),
              names.function(logicalId),
              authorization(Tree.map(event, "Auth"))));
    }
    return routes;
  }

  private Optional<Route.Authorization> authorization(Map<String, Object> own) {
    String authorizer = Tree.text(own, "Authorizer", Tree.text(auth, "DefaultAuthorizer", "NONE"));
    if (authorizer.equals("NONE")) {
      return Optional.empty();
    }
    Map<String, Object> definition = Tree.map(Tree.map(auth, "Authorizers"), authorizer);
    if (definition.isEmpty()) {
      throw new IllegalArgumentException("there is no authorizer '" + authorizer + "'");
    }
    Object scopes =
        own.containsKey("AuthorizationScopes")
            ? own.get("AuthorizationScopes")
            : definition.get("AuthorizationScopes");
    return Optional.of(
        new Route.Authorization(
            Tree.list(intrinsics.resolve(scopes)).stream().map(String::valueOf).toList()));
  }
}
