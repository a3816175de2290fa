package services.dataminer.points.functions.pages.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import services.dataminer.points.program.rules.ContributionRule;
import services.dataminer.points.program.rules.Demotion;
import services.dataminer.points.program.rules.Division;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.Level;
import services.dataminer.points.program.rules.Levels;
import services.dataminer.points.program.rules.MeetingRule;
import services.dataminer.points.program.rules.Range;
import services.dataminer.points.program.rules.Tariff;

/// The program as the rules in force have it.
///
/// @param ways what partners do
/// @param contributions what everybody in the community can do
/// @param levels each with the points that reach it
/// @param unassigned what points unlock at a level that the program does not name
/// @param demotion what an anniversary leaves of a level
public record ProgramView(
    LocalDate inForceSince,
    List<Way> ways,
    List<Way> contributions,
    List<LevelView> levels,
    List<String> unassigned,
    String demotion,
    long dojoRate) {

  /// A level.
  ///
  /// @param points the fewest of a membership year that reach it
  /// @param description what someone of this level is
  /// @param benefits what it brings in addition to those below it
  public record LevelView(
      String name, long points, Optional<String> description, List<String> benefits) {}

  /// Whether someone who rises keeps what a lower level brought.
  public boolean benefitsAddUp() {
    return levels.stream().skip(1).anyMatch(level -> !level.benefits().isEmpty());
  }

  public static ProgramView of(Edition rules, Formats formats) {
    return new ProgramView(
        rules.from(),
        ways(rules.tariff(), formats),
        contributions(rules.tariff(), formats),
        levels(rules.levels()),
        rules.levels().benefits().unassigned(),
        demotion(rules.levels().demotion()),
        rules.dojo().rate());
  }

  private static List<Way> ways(Tariff tariff, Formats formats) {
    var ways = new ArrayList<Way>();
    ways.add(
        new Way(
            "Meet at Skyline's booth during a show",
            formats.points(tariff.exhibitionMeeting().points()),
            "for each meeting that you scheduled before the show and that took place, granted after"
                + " the show; "
                + divided(tariff.exhibitionMeeting())));
    ways.add(
        new Way(
            "Set up a virtual meeting with Skyline and a customer",
            formats.points(tariff.virtualMeeting().points()),
            "for each meeting, granted when it has ended; " + divided(tariff.virtualMeeting())));
    ways.add(
        new Way(
            "Host an on-tour event: "
                + tariff.hostedEvent().series().stream()
                    .map(series -> Formats.phrase(series.name()))
                    .sorted()
                    .collect(Collectors.joining(" or ")),
            RuleWords.points(tariff.hostedEvent().pointsPerDay(), formats),
            "for each day, divided among the people selected"));
    ways.add(
        new Way(
            "Submit a use case",
            RuleWords.points(tariff.useCase().points(), formats),
            "when the community accepts it, divided among its authors"));
    course("Enroll in an online course", tariff.courses().enrolled(), formats).ifPresent(ways::add);
    course("Complete an online course", tariff.courses().completed(), formats).ifPresent(ways::add);
    ways.add(
        new Way(
            "Pass a self-test",
            RuleWords.points(tariff.quizzes().passed(), formats),
            "once for each quiz"));
    return ways;
  }

  private static Optional<Way> course(String what, Optional<Range> pays, Formats formats) {
    return pays.map(
        range -> new Way(what, RuleWords.points(range, formats), "once for each course"));
  }

  private static List<Way> contributions(Tariff tariff, Formats formats) {
    return tariff.contributions().entrySet().stream()
        .map(
            (Map.Entry<String, ContributionRule> action) ->
                new Way(
                    Actions.worded(action.getKey()),
                    RuleWords.points(action.getValue().points(), formats),
                    action.getValue().cap().map(cap -> RuleWords.cap(cap, formats)).orElse("")))
        .sorted(Comparator.comparing(Way::what))
        .toList();
  }

  private static String divided(MeetingRule rule) {
    return rule.divided() == Division.PARTNER_ATTENDEES
        ? "divided among your partner's people who attend"
        : "divided among everyone who attends";
  }

  private static List<LevelView> levels(Levels levels) {
    return EnumSet.allOf(Level.class).stream()
        .map(
            level ->
                new LevelView(
                    LevelNames.of(level),
                    levels.threshold(level),
                    levels.benefits().description(level),
                    levels.benefits().addedBy(level)))
        .toList();
  }

  private static String demotion(Demotion demotion) {
    return switch (demotion) {
      case TO_LEVEL_OF_POINTS -> "you keep the level that the points of the year just ended reach";
      case ONE_LEVEL -> "you lose at most one level if you did not earn yours again";
    };
  }
}
