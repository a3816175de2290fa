package services.dataminer.points.functions.rules;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML file as a whole, and how its parts are named in violations.
final class YamlFile {

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private YamlFile() {}

  /// The outermost level of a file.
  ///
  /// @param violations where this section and all below it leave their violations
  /// @return empty, with a violation, if the text is not YAML or not made of keys and values
  static Optional<YamlSection> parse(String text, Collection<Violation> violations) {
    Optional<Node> root;
    try {
      Optional<Violation> limit = YamlLimits.firstIn(text, SETTINGS);
      if (limit.isPresent()) {
        violations.add(limit.get());
        return Optional.empty();
      }
      root = new Compose(SETTINGS).composeString(text);
    } catch (MarkedYamlEngineException e) {
      String problem =
          Stream.of(e.getContext(), e.getProblem())
              .filter(part -> part != null && !part.isEmpty())
              .collect(Collectors.joining(", "));
      violations.add(violation(e.getProblemMark(), "cannot be read as YAML: " + problem));
      return Optional.empty();
    } catch (YamlEngineException e) {
      violations.add(violation(Optional.empty(), "cannot be read as YAML: " + e.getMessage()));
      return Optional.empty();
    }
    if (root.orElse(null) instanceof MappingNode mapping) {
      return Optional.of(YamlSection.root(mapping, violations));
    }
    String found = root.map(YamlFile::shown).orElse("nothing");
    violations.add(
        violation(root.flatMap(Node::getStartMark), "needs keys and values, not " + found));
    return Optional.empty();
  }

  /// A violation at a place of the file; at its beginning where the place is not known.
  static Violation violation(Optional<Mark> mark, String message) {
    return new Violation(
        mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, message);
  }

  /// A value as violations name it.
  static String shown(Node node) {
    return switch (node) {
      case ScalarNode scalar when !scalar.isPlain() -> scalar.getValue() + " in quotes";
      case ScalarNode scalar -> scalar.getValue().isEmpty() ? "nothing" : scalar.getValue();
      case SequenceNode list -> list.getValue().isEmpty() ? "an empty list" : "a list";
      default -> "keys and values";
    };
  }
}
