package services.dataminer.points.program.activity;

import java.util.Comparator;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;

/// How facts about a recorded award merge: what was recorded first stands, and the first
/// retraction.
enum RecordedAwardMergeRules implements MergeRules<RecordedAwardFact> {
  RULES;

  /// Of the same told twice the first word stands; told at one instant, what was erased of it stays
  /// erased, and else any fixed order will do.
  private static final Comparator<RecordedAwardFact> FIRST =
      Comparator.comparing(RecordedAwardFact::at)
          .thenComparing(fact -> !hasErasedEvidence(fact))
          .thenComparing(RecordedAwardFact::toString);

  @Override
  public Stream<String> subjects(RecordedAwardFact fact) {
    return Stream.of(FactKeys.of(fact));
  }

  @Override
  public RecordedAwardFact prevailing(RecordedAwardFact one, RecordedAwardFact other) {
    return FIRST.compare(one, other) <= 0 ? one : other;
  }

  private static boolean hasErasedEvidence(RecordedAwardFact fact) {
    return fact instanceof Recorded recorded
        && recorded.contribution().filter(Contribution::hasErasedEvidence).isPresent();
  }
}
