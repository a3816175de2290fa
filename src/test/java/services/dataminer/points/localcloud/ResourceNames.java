package services.dataminer.points.localcloud;

import java.util.Optional;

/// What resources of a template are called locally.
interface ResourceNames {
  /// What `!Ref` of the resource gives; empty when there is no such resource.
  Optional<String> ref(String logicalId);

  /// What `!GetAtt` of the resource gives; empty when the resource or the attribute is unknown.
  Optional<String> attribute(String logicalId, String attribute);
}
