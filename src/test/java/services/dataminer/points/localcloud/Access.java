package services.dataminer.points.localcloud;

import java.util.Map;
import java.util.Set;

/// One thing that a call to an AWS service needs the right to.
///
/// @param action as policies name it, such as `dynamodb:PutItem`
/// @param resource its ARN
/// @param context what conditions may ask about the call, by the condition key
record Access(String action, String resource, Map<String, Set<String>> context) {
  Access {
    context = Map.copyOf(context);
  }

  Access(String action, String resource) {
    this(action, resource, Map.of());
  }
}
