package services.dataminer.points.functions.rules;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;

/// Refuses texts of a few bytes that would be read as something huge or endless. A rule book needs
/// neither: editions take over what they leave out, and its levels are few.
final class YamlLimits {

  /// Twice what a rule book has.
  private static final int DEEPEST = 12;

  private YamlLimits() {}

  /// The first thing that keeps a text from being read. Nothing is made of the text to find it.
  ///
  /// @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if it is not YAML
  static Optional<Violation> firstIn(String text, LoadSettings settings) {
    Set<Anchor> collections = new HashSet<>();
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent start) {
        start.getAnchor().ifPresent(collections::add);
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > DEEPEST) {
        return violation(event, "has more than " + DEEPEST + " levels of keys or lists");
      }
      if (event instanceof AliasEvent alias && collections.contains(alias.getAlias())) {
        return violation(event, "an alias can stand for a single value only");
      }
    }
    return Optional.empty();
  }

  private static Optional<Violation> violation(Event event, String message) {
    return Optional.of(YamlFile.violation(event.getStartMark(), message));
  }
}
