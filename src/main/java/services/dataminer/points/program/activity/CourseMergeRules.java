package services.dataminer.points.program.activity;

import java.util.Comparator;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.CourseFact.HandedOver;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseFact.Voided;

/// How facts about a learner's progress merge: the first report prevails.
enum CourseMergeRules implements MergeRules<CourseFact> {
  RULES;

  /// Of two statements under one id, the first one reported is kept elsewhere; here any order must
  /// do.
  static final Comparator<CourseFact> FIRST =
      Comparator.comparing(CourseFact::at).thenComparing(CourseFact::toString);

  @Override
  public Stream<String> subjects(CourseFact fact) {
    return Stream.of(
        switch (fact) {
          case Progress f -> statement(f.statementId());
          case Voided f -> voidOf(f.statementId());
          case HandedOver f -> FactKeys.of(f) + " " + f.to();
          case Retraction f -> FactKeys.of(f);
        });
  }

  static String statement(String id) {
    return FactKeys.of(Progress.class) + " " + id;
  }

  static String voidOf(String id) {
    return FactKeys.of(Voided.class) + " " + id;
  }

  @Override
  public CourseFact prevailing(CourseFact one, CourseFact other) {
    CourseFact first = FIRST.compare(one, other) <= 0 ? one : other;
    return one instanceof HandedOver some && other instanceof HandedOver others
        ? new HandedOver(
            first.at(),
            some.to(),
            Stream.concat(some.statementIds().stream(), others.statementIds().stream()).toList(),
            Stream.concat(some.series().stream(), others.series().stream())
                .collect(Collectors.toCollection(TreeSet::new)))
        : first;
  }
}
