package services.dataminer.points.functions.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.program.rules.Demotion;
import services.dataminer.points.program.rules.Level;
import services.dataminer.points.program.rules.LevelBenefits;
import services.dataminer.points.program.rules.Levels;

/// Reads what an edition says of the levels.
final class LevelsYaml {

  private LevelsYaml() {}

  static Optional<Levels> read(YamlSection levels) {
    Optional<Long> advocate = levels.whole("advocate");
    Optional<Long> enabler = levels.whole("enabler");
    Optional<Long> catalyst = levels.whole("catalyst");
    Optional<Demotion> demotion = levels.word("demotion", Demotion.class);
    Map<Level, String> descriptions =
        levels.sectionIfGiven("descriptions").flatMap(LevelsYaml::descriptions).orElse(Map.of());
    LevelBenefits benefits =
        levels
            .sectionIfGiven("benefits")
            .flatMap(section -> benefits(section, descriptions))
            .orElseGet(() -> new LevelBenefits(descriptions, Map.of(), List.of()));
    return levels.build(
        () ->
            new Levels(
                advocate.orElseThrow(),
                enabler.orElseThrow(),
                catalyst.orElseThrow(),
                demotion.orElseThrow(),
                benefits));
  }

  private static Optional<Map<Level, String>> descriptions(YamlSection section) {
    var descriptions = new EnumMap<Level, String>(Level.class);
    for (Level level : Level.values()) {
      section
          .textIfGiven(YamlScalar.word(level))
          .ifPresent(text -> descriptions.put(level, onOneLine(text)));
    }
    return section.build(() -> descriptions);
  }

  private static Optional<LevelBenefits> benefits(
      YamlSection section, Map<Level, String> descriptions) {
    var added = new EnumMap<Level, List<String>>(Level.class);
    for (Level level : Level.values()) {
      added.put(level, lines(section, YamlScalar.word(level)));
    }
    List<String> unassigned = lines(section, "unassigned");
    return section.build(() -> new LevelBenefits(descriptions, added, unassigned));
  }

  private static List<String> lines(YamlSection section, String key) {
    return section.textsIfGiven(key).stream().map(LevelsYaml::onOneLine).toList();
  }

  /// A text that a file may have on several lines.
  private static String onOneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
