package services.dataminer.points.localcloud;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Resolves CloudFormation's functions (`Ref`, `Fn::GetAtt`, `Fn::Sub`, `Fn::If`, `Fn::Join`,
/// `Fn::Select`, `Fn::Split` and the conditions) against parameters and the names of local
/// resources.
final class Intrinsics {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");
  private static final Object NO_VALUE = new Object();

  private final Map<String, Object> parameters;
  private final Map<String, Object> conditions;
  private final ResourceNames resources;

  Intrinsics(
      Map<String, Object> parameters, Map<String, Object> conditions, ResourceNames resources) {
    this.parameters = Map.copyOf(parameters);
    this.conditions = Map.copyOf(conditions);
    this.resources = resources;
  }

  /// The value with every intrinsic function replaced by what it stands for.
  ///
  /// @throws IllegalArgumentException for a name that is neither parameter nor resource, and for a
  ///   function that the local cloud does not know
  Object resolve(Object value) {
    return switch (value) {
      case Map<?, ?> map when isFunction(map) -> call(Tree.map(map));
      case Map<?, ?> map -> resolveAll(Tree.map(map));
      case List<?> list ->
          list.stream().map(this::resolve).filter(item -> item != NO_VALUE).toList();
      case null, default -> value;
    };
  }

  Map<String, Object> resolveMap(Object value) {
    return Tree.map(resolve(value));
  }

  /// Whether the named condition of the template holds.
  boolean holds(String condition) {
    Object definition = conditions.get(condition);
    if (definition == null) {
      throw new IllegalArgumentException("the template has no condition '" + condition + "'");
    }
    return isTrue(definition);
  }

  private Map<String, Object> resolveAll(Map<String, Object> map) {
    Map<String, Object> resolved = new LinkedHashMap<>();
    map.forEach(
        (key, item) -> {
          Object value = resolve(item);
          if (value != NO_VALUE) {
            resolved.put(key, value);
          }
        });
    return resolved;
  }

  private static boolean isFunction(Map<?, ?> map) {
    return map.size() == 1
        && map.keySet().iterator().next() instanceof String name
        && (name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::"));
  }

  private Object call(Map<String, Object> function) {
    Map.Entry<String, Object> call = function.entrySet().iterator().next();
    Object argument = call.getValue();
    return switch (call.getKey()) {
      case "Ref" -> ref(String.valueOf(argument));
      case "Fn::GetAtt" -> attribute(argument);
      case "Fn::Sub" -> substitute(argument);
      case "Fn::Join" -> join(argument);
      case "Fn::Select" -> select(argument);
      case "Fn::Split" -> split(argument);
      case "Fn::If" -> choose(argument);
      case "Condition", "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" -> isTrue(function);
      default ->
          throw new IllegalArgumentException("the local cloud does not know " + call.getKey());
    };
  }

  private Object ref(String name) {
    if (name.equals("AWS::NoValue")) {
      return NO_VALUE;
    }
    Object parameter = parameters.get(name);
    if (parameter != null) {
      return parameter;
    }
    return LocalAccount.pseudoParameter(name)
        .or(() -> resources.ref(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + name + "' is neither a parameter with a value nor a resource"));
  }

  private String attribute(Object argument) {
    List<Object> path =
        argument instanceof String text
            ? List.of((Object[]) text.split("\\.", 2))
            : Tree.list(argument);
    String name = String.valueOf(path.get(0));
    String attribute = String.valueOf(resolve(path.get(1)));
    return resources
        .attribute(name, attribute)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the local cloud has no attribute '" + attribute + "' of '" + name + "'"));
  }

  private String substitute(Object argument) {
    List<Object> parts = Tree.list(argument);
    Map<String, Object> variables = parts.size() > 1 ? resolveMap(parts.get(1)) : Map.of();
    return VARIABLE
        .matcher(String.valueOf(parts.get(0)))
        .replaceAll(
            match -> Matcher.quoteReplacement(variable(match.group(1), match.group(2), variables)));
  }

  private String variable(String literal, String name, Map<String, Object> variables) {
    if (!literal.isEmpty()) {
      return "${" + name + "}";
    }
    if (variables.containsKey(name)) {
      return String.valueOf(variables.get(name));
    }
    return name.contains(".") ? attribute(name) : String.valueOf(ref(name));
  }

  private String join(Object argument) {
    List<Object> parts = Tree.list(argument);
    List<String> items = new ArrayList<>();
    Tree.list(resolve(parts.get(1))).forEach(item -> items.add(String.valueOf(item)));
    return String.join(String.valueOf(parts.get(0)), items);
  }

  private Object select(Object argument) {
    List<Object> parts = Tree.list(argument);
    int index = Integer.parseInt(String.valueOf(resolve(parts.get(0))));
    return Tree.list(resolve(parts.get(1))).get(index);
  }

  private List<String> split(Object argument) {
    List<Object> parts = Tree.list(argument);
    String text = String.valueOf(resolve(parts.get(1)));
    return List.of(text.split(Pattern.quote(String.valueOf(parts.get(0))), -1));
  }

  private Object choose(Object argument) {
    List<Object> parts = Tree.list(argument);
    return resolve(holds(String.valueOf(parts.get(0))) ? parts.get(1) : parts.get(2));
  }

  private boolean isTrue(Object condition) {
    Map.Entry<String, Object> call = Tree.map(condition).entrySet().iterator().next();
    List<Object> arguments = Tree.list(call.getValue());
    return switch (call.getKey()) {
      case "Condition" -> holds(String.valueOf(call.getValue()));
      case "Fn::Equals" ->
          String.valueOf(resolve(arguments.get(0)))
              .equals(String.valueOf(resolve(arguments.get(1))));
      case "Fn::And" -> arguments.stream().allMatch(this::isTrue);
      case "Fn::Or" -> arguments.stream().anyMatch(this::isTrue);
      case "Fn::Not" -> !isTrue(arguments.get(0));
      default -> throw new IllegalArgumentException("no condition function: " + call.getKey());
    };
  }
}
