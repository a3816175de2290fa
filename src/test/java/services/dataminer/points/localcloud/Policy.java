package services.dataminer.points.localcloud;

import java.util.List;

/// What a role may do, by IAM's rules: a statement that denies outweighs all that allow, and what
/// no statement allows is not allowed.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
record Policy(List<PolicyStatement> statements) {
  /// What the policy says to an access.
  enum Decision {
    ALLOWED,
    /// No statement allows it.
    NOT_ALLOWED,
    /// A statement denies it.
    DENIED
  }

  Policy {
    statements = List.copyOf(statements);
  }

  Decision decide(Access access) {
    List<PolicyStatement> matching =
        statements.stream().filter(statement -> statement.matches(access)).toList();
    if (matching.stream().anyMatch(statement -> !statement.isAllow())) {
      return Decision.DENIED;
    }
    return matching.isEmpty() ? Decision.NOT_ALLOWED : Decision.ALLOWED;
  }

  boolean allows(Access access) {
    return decide(access) == Decision.ALLOWED;
  }
}
