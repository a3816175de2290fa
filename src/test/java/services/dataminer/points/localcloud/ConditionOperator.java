package services.dataminer.points.localcloud;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// An operator in the conditions of policies.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
enum ConditionOperator {
  STRING_EQUALS("StringEquals"),
  STRING_LIKE("StringLike"),
  ALL_EQUAL("ForAllValues:StringEquals"),
  ALL_ARE_LIKE("ForAllValues:StringLike");

  private final String title;

  ConditionOperator(String title) {
    this.title = title;
  }

  /// @throws IllegalArgumentException for an operator that the local cloud does not know
  static ConditionOperator of(String title) {
    return Arrays.stream(values())
        .filter(operator -> operator.title.equals(title))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the local cloud knows no condition operator " + title));
  }

  /// @param found the call's values of the condition key
  /// @param wanted the statement's values
  boolean holds(Set<String> found, List<String> wanted) {
    return switch (this) {
      case STRING_EQUALS -> found.size() == 1 && wanted.containsAll(found);
      case STRING_LIKE -> found.size() == 1 && isAnyLike(wanted, found.iterator().next());
      // IAM lets a call pass that has no value at all.
      case ALL_EQUAL -> wanted.containsAll(found);
      case ALL_ARE_LIKE -> found.stream().allMatch(value -> isAnyLike(wanted, value));
    };
  }

  private static boolean isAnyLike(List<String> patterns, String value) {
    return patterns.stream().anyMatch(pattern -> PolicyStatement.isLike(pattern, value, false));
  }
}
