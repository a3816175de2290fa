package services.dataminer.points.program.activity;

import java.util.stream.Stream;

/// How facts of one family merge.
interface MergeRules<F extends Fact> {

  /// A fact and what it says besides, which stays known when a later fact prevails over it.
  default Stream<F> implied(F fact) {
    return Stream.of(fact);
  }

  /// What a fact is about. Facts about the same subject contend; those about different subjects
  /// stand side by side.
  Stream<String> subjects(F fact);

  /// Which of two facts about one subject prevails: the same whichever comes first, and of three
  /// whichever two are compared first.
  F prevailing(F one, F other);
}
