package services.dataminer.points.localcloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads a CloudFormation template as maps and lists, with short tags in their long form: `!Ref X`
/// is `{"Ref": "X"}` and `!Sub x` is `{"Fn::Sub": "x"}`.
public final class TemplateYaml {
  private TemplateYaml() {}

  /// @throws IllegalArgumentException when the file cannot be read or is no YAML mapping
  static Map<String, Object> read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Cannot read the template " + file.toAbsolutePath() + ": run in the project's folder.",
          e);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(file + " is not a template: " + e.getMessage(), e);
    }
  }

  /// @throws YamlEngineException when the text is no YAML
  public static Map<String, Object> parse(String yaml) {
    LoadSettings settings = LoadSettings.builder().build();
    Object template = new Load(settings, new TagConstructor(settings)).loadFromString(yaml);
    return Tree.map(template);
  }

  private static final class TagConstructor extends StandardConstructor {
    TagConstructor(LoadSettings settings) {
      super(settings);
    }

    @Override
    protected Optional<ConstructNode> findConstructorFor(Node node) {
      String tag = node.getTag().getValue();
      return tag.startsWith("!")
          ? Optional.of(tagged -> longForm(tag.substring(1), tagged))
          : super.findConstructorFor(node);
    }

    private Map<String, Object> longForm(String tag, Node node) {
      Object value =
          switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode sequence -> constructSequence(sequence);
            case MappingNode mapping -> constructMapping(mapping);
            default -> throw new YamlEngineException("unexpected node under !" + tag);
          };
      boolean bare = tag.equals("Ref") || tag.equals("Condition");
      return Map.of(bare ? tag : "Fn::" + tag, value);
    }
  }
}
