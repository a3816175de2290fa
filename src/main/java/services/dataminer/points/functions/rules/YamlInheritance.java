package services.dataminer.points.functions.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Lets an edition take over what it leaves out, level by level. Each value keeps its place in the
/// file, so that a violation names the line where it stands.
final class YamlInheritance {

  /// Leaves a key out that would be taken over.
  private static final String NOTHING = "nothing";

  private YamlInheritance() {}

  /// Keys and values of their own, and those that only the base has. Where both have keys and
  /// values below a key, these are completed in the same way; any other value replaces the base's.
  ///
  /// @param own keys that are not taken over
  static MappingNode complete(MappingNode node, List<NodeTuple> base, Set<String> own) {
    Map<String, NodeTuple> inherited = new LinkedHashMap<>();
    base.forEach(entry -> inherited.putIfAbsent(key(entry), entry));
    inherited.keySet().removeAll(own);
    List<NodeTuple> entries = new ArrayList<>();
    for (NodeTuple entry : node.getValue()) {
      NodeTuple before = inherited.remove(key(entry));
      if (!isNothing(entry.getValueNode())) {
        entries.add(before == null ? entry : complete(entry, before));
      }
    }
    entries.addAll(inherited.values());
    return new MappingNode(
        Tag.MAP, true, entries, FlowStyle.AUTO, node.getStartMark(), node.getEndMark());
  }

  private static NodeTuple complete(NodeTuple entry, NodeTuple base) {
    return entry.getValueNode() instanceof MappingNode node
            && base.getValueNode() instanceof MappingNode baseNode
        ? new NodeTuple(entry.getKeyNode(), complete(node, baseNode.getValue(), Set.of()))
        : entry;
  }

  private static String key(NodeTuple entry) {
    return YamlFile.shown(entry.getKeyNode());
  }

  private static boolean isNothing(Node value) {
    return value instanceof ScalarNode scalar
        && scalar.isPlain()
        && scalar.getValue().equals(NOTHING);
  }
}
