package services.dataminer.points.localcloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A statement of a policy. What it contains and the local cloud does not know is an error rather
/// than ignored: a right that is enforced only in part would mislead.
///
/// @param isAllow false where it denies
/// @param actions with `*` and `?` as wildcards, in any case
/// @param resources with the same wildcards; case counts
record PolicyStatement(
    boolean isAllow, List<String> actions, List<String> resources, List<Condition> conditions) {
  private static final Set<String> KNOWN =
      Set.of("Sid", "Effect", "Action", "Resource", "Condition");

  /// A condition of the statement.
  ///
  /// @param values one of which must match
  record Condition(ConditionOperator operator, String key, List<String> values) {
    boolean holds(Access access) {
      return operator.holds(access.context().getOrDefault(key, Set.of()), values);
    }
  }

  PolicyStatement {
    if (actions.isEmpty() || resources.isEmpty()) {
      throw new IllegalArgumentException("a policy statement needs an Action and a Resource");
    }
  }

  /// @param statement with its intrinsic functions resolved
  /// @throws IllegalArgumentException for what the local cloud does not know
  static PolicyStatement of(Map<String, Object> statement) {
    if (!KNOWN.containsAll(statement.keySet())) {
      throw new IllegalArgumentException(
          "in policies the local cloud knows " + KNOWN + ", not all of " + statement.keySet());
    }
    return new PolicyStatement(
        isAllow(Tree.text(statement, "Effect")),
        texts(statement.get("Action")),
        texts(statement.get("Resource")),
        conditions(Tree.map(statement, "Condition")));
  }

  private static boolean isAllow(String effect) {
    return switch (effect) {
      case "Allow" -> true;
      case "Deny" -> false;
      default -> throw new IllegalArgumentException("the Effect is Allow or Deny, not " + effect);
    };
  }

  private static List<Condition> conditions(Map<String, Object> block) {
    List<Condition> conditions = new ArrayList<>();
    block.forEach(
        (operator, keys) ->
            Tree.map(keys)
                .forEach(
                    (key, values) ->
                        conditions.add(
                            new Condition(ConditionOperator.of(operator), key, texts(values)))));
    return List.copyOf(conditions);
  }

  private static List<String> texts(Object values) {
    return Tree.list(values).stream().map(String::valueOf).toList();
  }

  boolean matches(Access access) {
    return actions.stream().anyMatch(action -> isLike(action, access.action(), true))
        && resources.stream().anyMatch(resource -> isLike(resource, access.resource(), false))
        && conditions.stream().allMatch(condition -> condition.holds(access));
  }

  /// Whether the text matches a pattern with `*` for any characters and `?` for one.
  static boolean isLike(String pattern, String text, boolean ignoreCase) {
    String expression =
        pattern
            .chars()
            .mapToObj(
                character ->
                    switch (character) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(character));
                    })
            .collect(Collectors.joining());
    int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
    return Pattern.compile(expression, flags).matcher(text).matches();
  }
}
