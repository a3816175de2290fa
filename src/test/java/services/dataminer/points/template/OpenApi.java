package services.dataminer.points.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import services.dataminer.points.localcloud.TemplateYaml;

/// `openapi.yaml`, the HTTP contract.
record OpenApi(Section root) {

  static final Path FILE = Path.of("src/main/resources/openapi.yaml");

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

  /// Who may call.
  enum Caller {
    ANYBODY,
    MEMBER,
    ADMIN
  }

  /// A call, such as `GET /v1/shows/{id}`.
  ///
  /// @param shared the parameters of its path
  record Operation(String route, Section body, Section shared) {

    String method() {
      return route.substring(0, route.indexOf(' '));
    }

    String path() {
      return route.substring(route.indexOf(' ') + 1);
    }

    /// Whom the gateway lets through: a signature is checked behind it.
    Caller caller() {
      List<String> schemes =
          body.get("security").items().stream()
              .flatMap(alternative -> alternative.entries().keySet().stream())
              .toList();
      if (schemes.equals(List.of("admin"))) {
        return Caller.ADMIN;
      }
      return schemes.contains("member") ? Caller.MEMBER : Caller.ANYBODY;
    }
  }

  static OpenApi read() {
    try {
      return new OpenApi(new Section(TemplateYaml.parse(Files.readString(FILE))));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read from the project's folder", e);
    }
  }

  List<Operation> operations() {
    return root.get("paths").entries().entrySet().stream()
        .flatMap(
            path ->
                path.getValue().entries().entrySet().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .map(
                        method ->
                            new Operation(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                method.getValue(),
                                path.getValue().get("parameters"))))
        .toList();
  }

  /// What a `$ref` stands for; anything else as it is.
  Section resolve(Section section) {
    String reference = section.get("$ref").text();
    return reference.isEmpty() ? section : root.get(reference.substring("#/".length()).split("/"));
  }
}
