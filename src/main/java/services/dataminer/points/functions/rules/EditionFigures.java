package services.dataminer.points.functions.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import services.dataminer.points.program.rules.ContributionRule;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.Level;
import services.dataminer.points.program.rules.LevelBenefits;
import services.dataminer.points.program.rules.Levels;
import services.dataminer.points.program.rules.MeetingRule;
import services.dataminer.points.program.rules.Range;
import services.dataminer.points.program.rules.Tariff;

/// Every figure of an edition, under the name it has in a file, such as `use-case.points`.
final class EditionFigures {

  private static final String NOTHING = "nothing";

  private EditionFigures() {}

  /// A figure that an edition sets otherwise than the one before.
  ///
  /// @param was empty where the one before does not have it
  /// @param is empty where it is left out
  record Difference(String name, Optional<String> was, Optional<String> is) {}

  /// What an edition changes, in the order of a file.
  static List<Difference> changed(Edition before, Edition after) {
    var was = of(before);
    var is = of(after);
    var names = new LinkedHashMap<>(was);
    names.putAll(is);
    var differences = new ArrayList<Difference>();
    for (String name : names.keySet()) {
      if (!Objects.equals(was.get(name), is.get(name))) {
        differences.add(
            new Difference(
                name, Optional.ofNullable(was.get(name)), Optional.ofNullable(is.get(name))));
      }
    }
    return differences;
  }

  static SequencedMap<String, String> of(Edition edition) {
    var figures = new LinkedHashMap<String, String>();
    Tariff tariff = edition.tariff();
    meeting(figures, "exhibition-meeting", tariff.exhibitionMeeting());
    meeting(figures, "virtual-meeting", tariff.virtualMeeting());
    figures.put("hosted-event.points-per-day", tariff.hostedEvent().pointsPerDay().toString());
    figures.put(
        "hosted-event.series",
        String.join(
            ", ", tariff.hostedEvent().series().stream().sorted().map(YamlScalar::word).toList()));
    figures.put("use-case.points", tariff.useCase().points().toString());
    figures.put("courses.enrolled", points(tariff.courses().enrolled()));
    figures.put("courses.completed", points(tariff.courses().completed()));
    if (!tariff.courses().only().isEmpty()) {
      figures.put("courses.only", String.join(", ", tariff.courses().only()));
    }
    figures.put("quizzes.passed", tariff.quizzes().passed().toString());
    tariff
        .contributions()
        .forEach((action, rule) -> figures.put("contributions." + action, contribution(rule)));
    figures.put("dojo.rate", Long.toString(edition.dojo().rate()));
    levels(figures, edition.levels());
    return figures;
  }

  private static void meeting(Map<String, String> figures, String name, MeetingRule rule) {
    figures.put(name + ".points", Long.toString(rule.points()));
    figures.put(name + ".divided-among", YamlScalar.word(rule.divided()));
  }

  private static void levels(Map<String, String> figures, Levels levels) {
    figures.put("levels.advocate", Long.toString(levels.advocate()));
    figures.put("levels.enabler", Long.toString(levels.enabler()));
    figures.put("levels.catalyst", Long.toString(levels.catalyst()));
    figures.put("levels.demotion", YamlScalar.word(levels.demotion()));
    benefits(figures, levels.benefits());
  }

  private static void benefits(Map<String, String> figures, LevelBenefits benefits) {
    for (Level level : Level.values()) {
      benefits
          .description(level)
          .ifPresent(text -> figures.put("levels.descriptions." + YamlScalar.word(level), text));
    }
    for (Level level : Level.values()) {
      listed(figures, "levels.benefits." + YamlScalar.word(level), benefits.addedBy(level));
    }
    listed(figures, "levels.benefits.unassigned", benefits.unassigned());
  }

  private static void listed(Map<String, String> figures, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      figures.put(name, String.join("; ", texts));
    }
  }

  private static String points(Optional<Range> range) {
    return range.map(Range::toString).orElse(NOTHING);
  }

  private static String contribution(ContributionRule rule) {
    return rule.points()
        + rule.cap()
            .map(cap -> ", at most " + cap.points() + " per " + YamlScalar.word(cap.per()))
            .orElse("");
  }
}
