package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a part of a statement must look like. Shapes say no more than the first violation: a
/// statement with one is refused, and its sender mends them one by one anyway.
@FunctionalInterface
interface Shape {

  /// What is wrong with a part of a statement.
  ///
  /// @param path where, from the statement on: `actor.mbox`; empty for the statement itself
  /// @param message to be read after the path
  record Violation(String path, String message) {

    private Violation below(String step) {
      String separator = path.isEmpty() || path.startsWith("[") ? "" : ".";
      return new Violation(step + separator + path, message);
    }
  }

  /// The first violation of a part; empty where there is none.
  Optional<Violation> violation(JsonNode part);

  /// Anything, `null` included.
  Shape ANYTHING = _ -> Optional.empty();

  /// A text.
  ///
  /// @param form to be read after "must be"
  static Shape text(Predicate<String> accepted, String form) {
    return must(part -> part.isTextual() && accepted.test(part.textValue()), "must be " + form);
  }

  /// Whatever a condition holds for.
  static Shape must(Predicate<JsonNode> condition, String otherwise) {
    return part -> condition.test(part) ? Optional.empty() : wrong(otherwise);
  }

  /// A list.
  static Shape list(Shape entry) {
    return part -> {
      if (!part.isArray()) {
        return wrong("must be a list");
      }
      for (int i = 0; i < part.size(); i++) {
        Optional<Violation> violation = entry.violation(part.get(i));
        if (violation.isPresent()) {
          String step = "[" + i + "]";
          return violation.map(f -> f.below(step));
        }
      }
      return Optional.empty();
    };
  }

  /// An object whose fields are not a closed list.
  ///
  /// @param form of the names of its fields, to be read after "must be"
  static Shape map(Predicate<String> name, String form, Shape value) {
    return part -> {
      if (!part.isObject()) {
        return wrong("must be an object");
      }
      for (Map.Entry<String, JsonNode> field : part.properties()) {
        Optional<Violation> violation =
            name.test(field.getKey())
                ? value.violation(field.getValue())
                : wrong("is not a valid name here: it must be " + form);
        if (violation.isPresent()) {
          return violation.map(f -> f.below(printable(field.getKey())));
        }
      }
      return Optional.empty();
    };
  }

  /// An object.
  ///
  /// @param required the fields that must be there
  /// @param optional all other fields that may be; more are a violation
  static Shape object(Map<String, Shape> required, Map<String, Shape> optional) {
    return part -> {
      if (!part.isObject()) {
        return wrong("must be an object");
      }
      Optional<String> missing =
          required.keySet().stream().sorted().filter(name -> !part.has(name)).findFirst();
      if (missing.isPresent()) {
        return Optional.of(new Violation(missing.get(), "is missing"));
      }
      for (Map.Entry<String, JsonNode> field : part.properties()) {
        Shape shape = required.getOrDefault(field.getKey(), optional.get(field.getKey()));
        Optional<Violation> violation =
            shape == null
                ? wrong("is not an xAPI property here: remove it")
                : shape == ANYTHING
                    ? Optional.empty()
                    : present(field.getValue()).or(() -> shape.violation(field.getValue()));
        if (violation.isPresent()) {
          return violation.map(f -> f.below(printable(field.getKey())));
        }
      }
      return Optional.empty();
    };
  }

  /// This shape and then others.
  default Shape and(Shape... others) {
    List<Shape> all = Stream.concat(Stream.of(this), Stream.of(others)).toList();
    return part -> all.stream().flatMap(shape -> shape.violation(part).stream()).findFirst();
  }

  /// This shape for one field of an object, where the object has it.
  default Shape at(String field) {
    return part ->
        part.has(field) ? violation(part.get(field)).map(f -> f.below(field)) : Optional.empty();
  }

  /// A violation of the part itself.
  static Optional<Violation> wrong(String message) {
    return Optional.of(new Violation("", message));
  }

  private static Optional<Violation> present(JsonNode value) {
    return value.isNull() ? wrong("must not be null: omit it") : Optional.empty();
  }

  /// Names are the sender's and may be anything.
  private static String printable(String name) {
    String line = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    return line.substring(0, Math.min(100, line.length()));
  }
}
