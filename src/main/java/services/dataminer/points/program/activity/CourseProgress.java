package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.CourseFact.HandedOver;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.activity.CourseFact.Voided;

/// What is known of a learner having reached one milestone of a course or quiz: the merge of the
/// facts told, the same in whatever order and however often they were told.
public final class CourseProgress {

  /// Of two statements under one id the first one told is kept elsewhere; here any order must do.
  private static final Comparator<CourseFact> FIRST =
      Comparator.comparing(CourseFact::at).thenComparing(CourseFact::toString);

  private static final Comparator<Progress> EARLIEST =
      Comparator.comparing(Progress::at).thenComparing(Progress::statementId);

  private final ActivityId id;
  private final Map<String, CourseFact> prevailing;

  private CourseProgress(ActivityId id, Map<String, CourseFact> prevailing) {
    this.id = id;
    this.prevailing = prevailing;
  }

  /// The progress that these facts tell of.
  public static CourseProgress of(ActivityId id, Collection<? extends CourseFact> facts) {
    return new CourseProgress(id, new TreeMap<>()).with(facts);
  }

  /// This progress and more facts about it; equal to this one where they add nothing.
  public CourseProgress with(Collection<? extends CourseFact> facts) {
    var merged = new TreeMap<>(prevailing);
    facts.forEach(fact -> merged.merge(subject(fact), fact, CourseProgress::choice));
    return new CourseProgress(id, merged);
  }

  /// Facts about the same subject contend; those about different subjects stand side by side.
  private static String subject(CourseFact fact) {
    String sort = fact.getClass().getSimpleName();
    return switch (fact) {
      case Progress f -> sort + " " + f.statementId();
      case Voided f -> sort + " " + f.statementId();
      case HandedOver f -> sort + " " + f.to();
      case Retracted _ -> sort;
    };
  }

  private static CourseFact choice(CourseFact one, CourseFact other) {
    CourseFact first = FIRST.compare(one, other) <= 0 ? one : other;
    return one instanceof HandedOver(var _, ActivityId to, List<String> some)
            && other instanceof HandedOver(var _, var _, List<String> others)
        ? new HandedOver(first.at(), to, Stream.concat(some.stream(), others.stream()).toList())
        : first;
  }

  public ActivityId id() {
    return id;
  }

  /// The facts that prevail, by what they tell.
  public List<CourseFact> facts() {
    return List.copyOf(prevailing.values());
  }

  /// Where it stands, by all that is known.
  public CourseState state() {
    Optional<Retracted> retracted = all(Retracted.class).findFirst();
    if (retracted.isPresent()) {
      return new CourseState.TakenBack(retracted.get());
    }
    List<Progress> open = open();
    List<Progress> standing = open.stream().filter(f -> !isVoid(f.statementId())).toList();
    if (!standing.isEmpty()) {
      return new CourseState.Standing(standing);
    }
    if (!open.isEmpty()) {
      return new CourseState.Void();
    }
    return all(HandedOver.class)
        .max(FIRST)
        .<CourseState>map(f -> new CourseState.HandedOver(f.to()))
        .orElseGet(CourseState.Unheard::new);
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

  /// The statements that count here and what was told of them, for another activity to take over.
  public List<CourseFact> openFacts() {
    List<Progress> open = open();
    Set<String> ids = open.stream().map(Progress::statementId).collect(Collectors.toSet());
    return Stream.<CourseFact>concat(
            open.stream(), all(Voided.class).filter(f -> ids.contains(f.statementId())))
        .toList();
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
    return prevailing.containsKey(Voided.class.getSimpleName() + " " + statementId);
  }

  private <F extends CourseFact> Stream<F> all(Class<F> sort) {
    return prevailing.values().stream().filter(sort::isInstance).map(sort::cast);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CourseProgress that
        && id.equals(that.id)
        && prevailing.equals(that.prevailing);
  }

  @Override
  public int hashCode() {
    return prevailing.hashCode();
  }

  @Override
  public String toString() {
    return id + " " + prevailing.values();
  }
}
