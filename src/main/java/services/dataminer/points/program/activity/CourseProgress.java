package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.CourseFact.HandedOver;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.activity.CourseFact.Voided;

/// What is known of a learner having reached one milestone of a course or quiz: the merge of the
/// facts told, the same in whatever order and however often they were told.
public final class CourseProgress {

  private static final Comparator<Progress> EARLIEST =
      Comparator.comparing(Progress::at).thenComparing(Progress::statementId);

  private final ActivityId id;
  private final PrevailingFacts<CourseFact> facts;

  private CourseProgress(ActivityId id, PrevailingFacts<CourseFact> facts) {
    this.id = id;
    this.facts = facts;
  }

  /// The progress that these facts describe.
  public static CourseProgress of(ActivityId id, Collection<? extends CourseFact> facts) {
    return new CourseProgress(id, PrevailingFacts.none(CourseMergeRules.RULES)).with(facts);
  }

  /// This progress and more facts about it; equal to this one where they add nothing.
  public CourseProgress with(Collection<? extends CourseFact> more) {
    return new CourseProgress(id, facts.with(more));
  }

  public ActivityId id() {
    return id;
  }

  /// The facts that prevail, by what they report.
  public List<CourseFact> facts() {
    return facts.all();
  }

  /// Where it stands, by all that is known.
  public CourseState state() {
    Optional<Retraction> retracted = all(Retraction.class).findFirst();
    if (retracted.isPresent()) {
      return new CourseState.Retracted(retracted.get());
    }
    List<Progress> standing = standing();
    if (!standing.isEmpty()) {
      return new CourseState.Standing(standing);
    }
    Optional<Progress> uncompleted = uncompleted();
    if (uncompleted.isPresent()) {
      return new CourseState.Uncompleted(uncompleted.get().at());
    }
    if (!open().isEmpty()) {
      return new CourseState.Void();
    }
    return all(HandedOver.class)
        .max(CourseMergeRules.FIRST)
        .<CourseState>map(f -> new CourseState.HandedOver(f.to()))
        .orElseGet(CourseState.Unknown::new);
  }

  /// The enrolments, completions and passes that are not void and later than what was last reported
  /// as not completed, the earliest first.
  public List<Progress> standing() {
    Optional<Instant> since = uncompleted().map(Progress::at);
    return valid().filter(f -> since.isEmpty() || f.at().isAfter(since.get())).toList();
  }

  /// The latest report of not having completed that is not void.
  public Optional<Progress> uncompleted() {
    return valid().filter(f -> f.step() == Step.UNCOMPLETED).reduce((_, later) -> later);
  }

  private Stream<Progress> valid() {
    return open().stream().filter(f -> !isVoid(f.statementId()));
  }

  /// The statements that count here, void ones included, the earliest first.
  public List<Progress> open() {
    Set<String> elsewhere =
        all(HandedOver.class).flatMap(f -> f.statementIds().stream()).collect(Collectors.toSet());
    return all(Progress.class)
        .filter(f -> !elsewhere.contains(f.statementId()))
        .sorted(EARLIEST)
        .toList();
  }

  /// The statements that count here and what was reported about them, for another activity to take
  /// over.
  public List<CourseFact> openFacts() {
    List<Progress> open = open();
    Set<String> ids = open.stream().map(Progress::statementId).collect(Collectors.toSet());
    return Stream.<CourseFact>concat(
            open.stream(), all(Voided.class).filter(f -> ids.contains(f.statementId())))
        .toList();
  }

  /// This progress with no more statements than needed, the earliest and those that decide it:
  /// nothing can be assessed otherwise by what is left out, as long as nothing that is kept becomes
  /// void and nothing later is reported as not completed. Then what was left out must be
  /// [added][#with] first.
  ///
  /// @param most how many statements may be kept, at least three
  /// @param earns whether a statement by itself would earn something
  public CourseProgress keeping(int most, Predicate<Progress> earns) {
    List<Progress> open = open();
    if (open.size() <= most) {
      return this;
    }
    var keep = new LinkedHashSet<Progress>();
    uncompleted().ifPresent(keep::add);
    standing().stream().findFirst().ifPresent(keep::add);
    standing().stream().filter(earns).findFirst().ifPresent(keep::add);
    open.stream().takeWhile(_ -> keep.size() < most).forEach(keep::add);
    return without(open.stream().filter(f -> !keep.contains(f)).toList());
  }

  /// This progress without some statements and without their voids.
  public CourseProgress without(Collection<Progress> statements) {
    List<String> subjects =
        statements.stream()
            .map(Progress::statementId)
            .flatMap(id -> Stream.of(CourseMergeRules.statement(id), CourseMergeRules.voidOf(id)))
            .toList();
    return new CourseProgress(id, facts.without(subjects));
  }

  /// Whether a statement is among those that count here.
  public boolean isOpen(String statementId) {
    return open().stream().anyMatch(f -> f.statementId().equals(statementId));
  }

  /// When a statement was voided by its sender.
  public Optional<Instant> voidedAt(String statementId) {
    return facts.about(CourseMergeRules.voidOf(statementId), Voided.class).map(CourseFact::at);
  }

  /// The number of the series in which further statements are kept now. All of a series go along
  /// when the statements are handed over, and the next series begins.
  public int series() {
    return all(HandedOver.class).mapToInt(f -> f.series().size()).sum();
  }

  /// The series that were handed over to another activity.
  public SortedSet<Integer> seriesOf(ActivityId to) {
    return all(HandedOver.class)
        .filter(f -> f.to().equals(to))
        .flatMap(f -> f.series().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Where the statements of a series count, if no longer here.
  public Optional<ActivityId> whereabouts(int series) {
    return all(HandedOver.class)
        .filter(f -> f.series().contains(series))
        .map(HandedOver::to)
        .findFirst();
  }

  /// Where a statement counts, if no longer here.
  public Optional<ActivityId> whereabouts(String statementId) {
    return all(HandedOver.class)
        .filter(f -> f.statementIds().contains(statementId))
        .map(HandedOver::to)
        .findFirst();
  }

  /// When the milestone was reached first, void statements included.
  public Optional<Instant> occurredAt() {
    return all(Progress.class).map(Progress::at).min(Comparator.naturalOrder());
  }

  private boolean isVoid(String statementId) {
    return voidedAt(statementId).isPresent();
  }

  private <F extends CourseFact> Stream<F> all(Class<F> type) {
    return facts.each(type);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CourseProgress that && id.equals(that.id) && facts.equals(that.facts);
  }

  @Override
  public int hashCode() {
    return facts.hashCode();
  }

  @Override
  public String toString() {
    return id + " " + facts.all();
  }
}
