package services.dataminer.points.functions.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import services.dataminer.points.program.activity.HostedEvent.Series;
import services.dataminer.points.program.rules.Cap;
import services.dataminer.points.program.rules.ContributionRule;
import services.dataminer.points.program.rules.CourseRule;
import services.dataminer.points.program.rules.Division;
import services.dataminer.points.program.rules.HostedEventRule;
import services.dataminer.points.program.rules.MeetingRule;
import services.dataminer.points.program.rules.QuizRule;
import services.dataminer.points.program.rules.Range;
import services.dataminer.points.program.rules.Tariff;
import services.dataminer.points.program.rules.UseCaseRule;

/// Reads what an edition pays for each activity.
final class TariffYaml {

  private TariffYaml() {}

  /// What the keys of an edition say; empty where they are invalid.
  static Optional<Tariff> read(YamlSection edition) {
    var exhibition = edition.section("exhibition-meeting").flatMap(TariffYaml::meeting);
    var virtual = edition.section("virtual-meeting").flatMap(TariffYaml::meeting);
    var event = edition.section("hosted-event").flatMap(TariffYaml::hostedEvent);
    var useCase = edition.section("use-case").flatMap(TariffYaml::useCase);
    var courses = edition.section("courses").flatMap(TariffYaml::courses);
    var quizzes = edition.section("quizzes").flatMap(TariffYaml::quizzes);
    var contributions = edition.section("contributions").flatMap(TariffYaml::contributions);
    boolean all =
        List.of(exhibition, virtual, event, useCase, courses, quizzes, contributions).stream()
            .allMatch(Optional::isPresent);
    return all
        ? Optional.of(
            new Tariff(
                exhibition.get(),
                virtual.get(),
                event.get(),
                useCase.get(),
                courses.get(),
                quizzes.get(),
                contributions.get()))
        : Optional.empty();
  }

  private static Optional<MeetingRule> meeting(YamlSection meeting) {
    Optional<Long> points = meeting.whole("points");
    Optional<Division> divided = meeting.word("divided-among", Division.class);
    return meeting.build(() -> new MeetingRule(points.orElseThrow(), divided.orElseThrow()));
  }

  private static Optional<HostedEventRule> hostedEvent(YamlSection event) {
    Optional<Range> perDay = event.range("points-per-day");
    List<Series> series = event.words("series", Series.class);
    return event.build(
        () -> new HostedEventRule(perDay.orElseThrow(), new LinkedHashSet<>(series)));
  }

  private static Optional<UseCaseRule> useCase(YamlSection useCase) {
    Optional<Range> points = useCase.range("points");
    return useCase.build(() -> new UseCaseRule(points.orElseThrow()));
  }

  private static Optional<CourseRule> courses(YamlSection courses) {
    Optional<Range> enrolled = courses.rangeIfGiven("enrolled");
    Optional<Range> completed = courses.rangeIfGiven("completed");
    List<String> only = courses.textsIfGiven("only");
    return courses.build(() -> new CourseRule(enrolled, completed, new TreeSet<>(only)));
  }

  private static Optional<QuizRule> quizzes(YamlSection quizzes) {
    Optional<Range> passed = quizzes.range("passed");
    return quizzes.build(() -> new QuizRule(passed.orElseThrow()));
  }

  private static Optional<SortedMap<String, ContributionRule>> contributions(YamlSection actions) {
    var rules = new TreeMap<String, ContributionRule>();
    for (String action : actions.keys()) {
      if (!ContributionRule.isAction(action)) {
        actions.addViolation(
            action,
            "`"
                + action
                + "` is not a valid action: use lower-case words joined by hyphens, at most 40 characters");
      }
      contribution(actions, action).ifPresent(rule -> rules.put(action, rule));
    }
    return actions.build(() -> rules);
  }

  /// Points alone, or points and their cap.
  private static Optional<ContributionRule> contribution(YamlSection actions, String action) {
    if (!actions.isSection(action)) {
      return actions.range(action).map(points -> new ContributionRule(points, Optional.empty()));
    }
    return actions.section(action).flatMap(TariffYaml::capped);
  }

  private static Optional<ContributionRule> capped(YamlSection action) {
    Optional<Range> points = action.range("points");
    Optional<Long> most = action.whole("at-most");
    Optional<Cap.Period> per = action.word("per", Cap.Period.class);
    return action.build(
        () ->
            new ContributionRule(
                points.orElseThrow(), Optional.of(new Cap(most.orElseThrow(), per.orElseThrow()))));
  }
}
