package services.dataminer.points.functions.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import services.dataminer.points.program.rules.Range;

/// The keys and values of one level of a YAML file, and what is wrong with them. Reading goes on
/// after a violation, so that one reading finds them all: ask for every key first, then [#build]
/// the value that they make, which happens only where none of them was invalid.
final class YamlSection {

  private final MappingNode node;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Optional<YamlSection> parent;
  private final Collection<Violation> violations;
  private boolean sound = true;

  private YamlSection(
      MappingNode node, Optional<YamlSection> parent, Collection<Violation> violations) {
    this.node = node;
    this.parent = parent;
    this.violations = violations;
    node.getValue().forEach(this::take);
  }

  /// The outermost level of a file.
  ///
  /// @param violations where this section and all below it leave their violations
  static YamlSection root(MappingNode node, Collection<Violation> violations) {
    return new YamlSection(node, Optional.empty(), violations);
  }

  /// This section with what another of the same shape has and this one leaves out.
  ///
  /// @param own keys that are not taken over
  /// @see YamlInheritance
  YamlSection completedBy(Optional<YamlSection> other, Set<String> own) {
    List<NodeTuple> base = other.map(section -> section.node.getValue()).orElse(List.of());
    return new YamlSection(YamlInheritance.complete(node, base, own), parent, violations);
  }

  /// A text that is not blank.
  Optional<String> text(String key) {
    return scalar(key, "text", YamlScalar::filled);
  }

  /// A text that may be left out; empty, too, if it is invalid.
  Optional<String> textIfGiven(String key) {
    return isGiven(key) ? text(key) : Optional.empty();
  }

  /// A whole number of at most nine digits.
  Optional<Long> whole(String key) {
    return scalar(key, "a whole number of at most nine digits", YamlScalar::whole);
  }

  /// Points: a figure such as `25`, or a range such as `10 to 50`.
  Optional<Range> range(String key) {
    return scalar(key, "points such as 25, or a range such as 10 to 50", YamlScalar::range);
  }

  /// Points that may be left out; empty, too, if they are invalid.
  Optional<Range> rangeIfGiven(String key) {
    return isGiven(key) ? range(key) : Optional.empty();
  }

  /// A date, such as `2023-03-28`.
  Optional<LocalDate> date(String key) {
    return scalar(key, "a date such as 2023-03-28", YamlScalar::date);
  }

  /// A date that may be left out; empty, too, if it is invalid.
  Optional<LocalDate> dateIfGiven(String key) {
    return isGiven(key) ? date(key) : Optional.empty();
  }

  /// One of a closed list of words: the names of a type's constants, in lower case with hyphens.
  <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
    String expected = "one of " + String.join(", ", YamlScalar.words(type));
    return scalar(key, expected, scalar -> scalar.word(type));
  }

  /// A list of at least one of a closed list of words.
  <E extends Enum<E>> List<E> words(String key, Class<E> type) {
    String expected = "one of " + String.join(", ", YamlScalar.words(type));
    return scalars(key, expected, scalar -> scalar.word(type));
  }

  /// A list of at least one text, which may be left out.
  List<String> textsIfGiven(String key) {
    return isGiven(key) ? scalars(key, "text", YamlScalar::filled) : List.of();
  }

  /// All keys there are, where they are not a closed list but names that the file gives.
  Set<String> keys() {
    known.addAll(entries.keySet());
    return Collections.unmodifiableSet(entries.keySet());
  }

  /// Whether a key that is there has keys and values of its own.
  boolean isSection(String key) {
    return entries.get(key).getValueNode() instanceof MappingNode;
  }

  /// Keys and values of their own.
  Optional<YamlSection> section(String key) {
    return value(key).flatMap(value -> sectionOf(key, value));
  }

  /// The same, which may be left out.
  Optional<YamlSection> sectionIfGiven(String key) {
    return isGiven(key) ? section(key) : Optional.empty();
  }

  /// A list of at least one entry, each with keys and values of its own.
  ///
  /// @return those of them that are so, in their order
  List<YamlSection> sections(String key) {
    return list(key).stream().flatMap(value -> sectionOf(key, value).stream()).toList();
  }

  /// The value that the keys asked for so far make. Any other key is a violation.
  ///
  /// @param value makes it; refuses what its parts do not allow together by an
  ///   `IllegalArgumentException`, which becomes a violation of this section
  /// @return empty if anything in this section or below it is invalid
  <T> Optional<T> build(Supplier<T> value) {
    entries.forEach(
        (key, entry) -> {
          if (!known.contains(key)) {
            String keys = String.join(", ", known);
            addViolation(
                entry.getKeyNode(), "unknown key `" + key + "`; the keys here are " + keys);
          }
        });
    if (!sound) {
      return Optional.empty();
    }
    try {
      return Optional.of(value.get());
    } catch (IllegalArgumentException e) {
      addViolation(node, e.getMessage());
      return Optional.empty();
    }
  }

  /// Leaves a violation at a key's value.
  void addViolation(String key, String message) {
    addViolation(entries.get(key).getValueNode(), message);
  }

  private void take(NodeTuple entry) {
    String key = YamlFile.shown(entry.getKeyNode());
    NodeTuple first = entries.putIfAbsent(key, entry);
    if (first != null) {
      int line = YamlFile.violation(first.getKeyNode().getStartMark(), "").line();
      addViolation(entry.getKeyNode(), "`" + key + "` appears twice, first on line " + line);
    }
  }

  private boolean isGiven(String key) {
    known.add(key);
    return entries.containsKey(key);
  }

  private Optional<Node> value(String key) {
    if (!isGiven(key)) {
      addViolation(node, "`" + key + "` is missing");
    }
    return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
  }

  /// The entries of a list; none, with a violation, where there is no list or nothing in it.
  private List<Node> list(String key) {
    Optional<Node> value = value(key);
    if (value.isPresent()
        && value.get() instanceof SequenceNode list
        && !list.getValue().isEmpty()) {
      return list.getValue();
    }
    value.ifPresent(v -> needs(key, "a list of at least one entry", v));
    return List.of();
  }

  private <T> List<T> scalars(
      String key, String expected, Function<YamlScalar, Optional<T>> meaning) {
    return list(key).stream()
        .flatMap(value -> scalar(key, value, expected, meaning).stream())
        .toList();
  }

  private <T> Optional<T> scalar(
      String key, String expected, Function<YamlScalar, Optional<T>> meaning) {
    return value(key).flatMap(value -> scalar(key, value, expected, meaning));
  }

  private <T> Optional<T> scalar(
      String key, Node value, String expected, Function<YamlScalar, Optional<T>> meaning) {
    Optional<T> read =
        value instanceof ScalarNode scalar ? meaning.apply(scalar(scalar)) : Optional.empty();
    if (read.isEmpty()) {
      needs(key, expected, value);
    }
    return read;
  }

  private static YamlScalar scalar(ScalarNode node) {
    return new YamlScalar(
        node.getValue(), node.getTag().equals(Tag.INT), node.getTag().equals(Tag.NULL));
  }

  private Optional<YamlSection> sectionOf(String key, Node value) {
    if (value instanceof MappingNode mapping) {
      return Optional.of(new YamlSection(mapping, Optional.of(this), violations));
    }
    needs(key, "keys and values", value);
    return Optional.empty();
  }

  private void needs(String key, String expected, Node value) {
    addViolation(value, "`" + key + "` needs " + expected + ", not " + YamlFile.shown(value));
  }

  private void addViolation(Node where, String message) {
    violations.add(YamlFile.violation(where.getStartMark(), message));
    taint();
  }

  private void taint() {
    sound = false;
    parent.ifPresent(YamlSection::taint);
  }
}
