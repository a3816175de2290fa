package services.dataminer.points.localcloud;

import java.util.Map;

/// Reads what the role of a function allows: the statements of its own policies.
final class RoleReader {
  private final Map<String, Object> resources;
  private final Intrinsics intrinsics;

  RoleReader(Map<String, Object> resources, Intrinsics intrinsics) {
    this.resources = resources;
    this.intrinsics = intrinsics;
  }

  /// @param function the properties of a function; without `Role: !GetAtt ROLE.Arn`, it may do
  ///   nothing
  Policy policy(Map<String, Object> function) {
    String role = Tree.text(Tree.map(function, "Role"), "Fn::GetAtt", "").replace(".Arn", "");
    Object policies = Tree.map(Tree.map(resources, role), "Properties").get("Policies");
    return new Policy(
        Tree.list(intrinsics.resolve(policies)).stream()
            .map(policy -> Tree.map(Tree.map(policy), "PolicyDocument"))
            .flatMap(document -> Tree.list(document.get("Statement")).stream())
            .map(statement -> PolicyStatement.of(Tree.map(statement)))
            .toList());
  }
}
