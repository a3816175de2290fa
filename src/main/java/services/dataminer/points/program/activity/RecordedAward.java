package services.dataminer.points.program.activity;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;

/// An activity that administrators record, as the merge of the facts known about it: what was
/// recorded, and whether it was retracted. The same in whatever order and however often they were
/// told.
public record RecordedAward(
    ActivityId id, Optional<Recorded> recorded, Optional<Retraction> retracted) {

  public RecordedAward {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(recorded, "recorded");
    Objects.requireNonNull(retracted, "retracted");
  }

  /// The activity that these facts describe.
  public static RecordedAward of(ActivityId id, Collection<? extends RecordedAwardFact> facts) {
    var prevailing = PrevailingFacts.none(RecordedAwardMergeRules.RULES).with(facts);
    return new RecordedAward(
        id,
        prevailing.each(Recorded.class).findFirst(),
        prevailing.each(Retraction.class).findFirst());
  }

  /// This activity and more facts about it; equal to this one where they add nothing.
  public RecordedAward with(Collection<? extends RecordedAwardFact> facts) {
    return of(id, Stream.concat(facts().stream(), facts.stream()).toList());
  }

  /// The facts that prevail.
  public List<RecordedAwardFact> facts() {
    return Stream.<Optional<? extends RecordedAwardFact>>of(recorded, retracted)
        .<RecordedAwardFact>flatMap(Optional::stream)
        .toList();
  }
}
