package services.dataminer.points.functions.pages.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.program.rules.Level;
import services.dataminer.points.program.rules.LevelBenefits;

/// What a member's level brings, and what the one above would add.
///
/// @param steps the level held, then the one above; a level of which the rules say nothing is left
///   out
public record LevelGains(List<Step> steps) {

  /// What the rules say of one level.
  ///
  /// @param sentence what someone of the level is; introduces the benefits, if there are any
  public record Step(String sentence, List<String> benefits) {

    private static Optional<Step> of(
        String subject, Optional<String> being, String having, List<String> benefits) {
      String predicate =
          Stream.concat(being.stream(), Stream.of(having).filter(_ -> !benefits.isEmpty()))
              .collect(Collectors.joining(", and "));
      return predicate.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Step(subject + " " + predicate + (benefits.isEmpty() ? "." : ":"), benefits));
    }
  }

  static LevelGains of(Level level, LevelBenefits rules) {
    Optional<Step> held =
        Step.of(
            "As " + LevelNames.withArticle(level) + " you",
            rules.description(level).map("are "::concat),
            "have",
            rules.of(level));
    Optional<Step> above = level.above().flatMap(next -> above(next, rules));
    return new LevelGains(Stream.of(held, above).flatMap(Optional::stream).toList());
  }

  private static Optional<Step> above(Level next, LevelBenefits rules) {
    return Step.of(
        Formats.phrase(LevelNames.article(next)) + " " + LevelNames.of(next),
        rules.description(next).map("is "::concat),
        "also has",
        rules.addedBy(next));
  }
}
