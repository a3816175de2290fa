package services.dataminer.points.template;

import java.util.function.Function;
import java.util.stream.Stream;

/// What a template must keep and `cfn-lint` does not see.
///
/// @param sentence the rule in words
/// @param violations one text for each place where a template breaks it
record Rule(String sentence, Function<Template, Stream<String>> violations) {

  /// A rule about each function.
  static Rule ofFunctions(String sentence, Function<LambdaFunction, Stream<String>> violations) {
    return new Rule(
        sentence,
        template ->
            template.functions().stream()
                .flatMap(function -> violations.apply(function).map(prefix(function.id()))));
  }

  /// A rule about each resource of a type.
  static Rule ofResources(
      String type, String sentence, Function<Template.Resource, Stream<String>> violations) {
    return new Rule(
        sentence,
        template ->
            template.resources(type).stream()
                .flatMap(resource -> violations.apply(resource).map(prefix(resource.id()))));
  }

  /// The text, if the condition does not hold.
  static Stream<String> unless(boolean condition, String violation) {
    return condition ? Stream.empty() : Stream.of(violation);
  }

  private static Function<String, String> prefix(String id) {
    return violation -> id + ": " + violation;
  }

  @Override
  public String toString() {
    return sentence;
  }
}
