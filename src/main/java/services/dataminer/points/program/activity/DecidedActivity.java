package services.dataminer.points.program.activity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.DecidedFact.Contribution;
import services.dataminer.points.program.activity.DecidedFact.Recorded;

/// An activity that administrators record, as the merge of the facts known about it: what was
/// recorded, and whether it was taken back. The same in whatever order and however often they were
/// told.
public record DecidedActivity(
    ActivityId id, Optional<Recorded> recorded, Optional<Retracted> retracted) {

  /// Of the same told twice the first word stands; told at one instant, what was erased of it stays
  /// erased, and else any fixed order will do.
  private static final Comparator<DecidedFact> FIRST =
      Comparator.comparing(DecidedFact::at)
          .thenComparing(fact -> !(fact instanceof Contribution deed && deed.hasErasedEvidence()))
          .thenComparing(DecidedFact::toString);

  public DecidedActivity {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(recorded, "recorded");
    Objects.requireNonNull(retracted, "retracted");
  }

  /// The activity that these facts tell of.
  public static DecidedActivity of(ActivityId id, Collection<? extends DecidedFact> facts) {
    return new DecidedActivity(id, first(facts, Recorded.class), first(facts, Retracted.class));
  }

  /// This activity and more facts about it; equal to this one where they add nothing.
  public DecidedActivity with(Collection<? extends DecidedFact> facts) {
    return of(id, Stream.concat(facts().stream(), facts.stream()).toList());
  }

  /// The facts that prevail.
  public List<DecidedFact> facts() {
    return Stream.<Optional<? extends DecidedFact>>of(recorded, retracted)
        .<DecidedFact>flatMap(Optional::stream)
        .toList();
  }

  private static <F extends DecidedFact> Optional<F> first(
      Collection<? extends DecidedFact> facts, Class<F> sort) {
    return facts.stream().filter(sort::isInstance).map(sort::cast).min(FIRST);
  }
}
