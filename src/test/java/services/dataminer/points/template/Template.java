package services.dataminer.points.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.localcloud.TemplateYaml;

/// `template.yaml`, read for the rules that it must keep.
record Template(Section root) {

  /// A resource as it stands in the template.
  record Resource(String id, Section body) {
    Section properties() {
      return body.get("Properties");
    }
  }

  /// The template's text.
  static String text() {
    try {
      return Files.readString(Path.of("template.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException("template.yaml cannot be read from the project's folder", e);
    }
  }

  static Template of(String text) {
    return new Template(new Section(TemplateYaml.parse(text)));
  }

  Section parameters() {
    return root.get("Parameters");
  }

  List<Resource> resources() {
    return root.get("Resources").entries().entrySet().stream()
        .map(entry -> new Resource(entry.getKey(), entry.getValue()))
        .toList();
  }

  List<Resource> resources(String type) {
    return resources().stream()
        .filter(resource -> resource.body().get("Type").text().equals(type))
        .toList();
  }

  Optional<Resource> resource(String id) {
    return resources().stream().filter(resource -> resource.id().equals(id)).findFirst();
  }

  /// The functions, each with what the globals give it.
  List<LambdaFunction> functions() {
    Section globals = root.get("Globals", "Function");
    return resources("AWS::Serverless::Function").stream()
        .map(it -> function(it.id(), globals.overlaidWith(it.properties())))
        .toList();
  }

  private LambdaFunction function(String id, Section properties) {
    Section role =
        properties
            .get("Role")
            .attributeOwner()
            .flatMap(this::resource)
            .map(Resource::properties)
            .orElse(Section.NOTHING);
    return new LambdaFunction(id, properties, role);
  }

  List<Resource> queues() {
    return resources("AWS::SQS::Queue");
  }

  /// The queues that functions poll.
  List<Resource> factQueues() {
    return queues().stream().filter(queue -> !queue.id().endsWith("DeadLetterQueue")).toList();
  }

  /// The functions that poll a queue.
  List<LambdaFunction> pollers(Resource queue) {
    return functions().stream()
        .filter(
            function ->
                function.events("SQS").stream()
                    .anyMatch(event -> event.properties().get("Queue").pointsTo(queue.id())))
        .toList();
  }
}
