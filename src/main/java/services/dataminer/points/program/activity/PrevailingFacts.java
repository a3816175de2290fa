package services.dataminer.points.program.activity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The facts about one activity that prevail: of all about one subject, one. Which one does not
/// depend on the order in which they arrived, nor on how often.
///
/// @param bySubject in the order in which they are kept
record PrevailingFacts<F extends Fact>(MergeRules<F> rules, SortedMap<String, F> bySubject) {

  static <F extends Fact> PrevailingFacts<F> none(MergeRules<F> rules) {
    return new PrevailingFacts<>(rules, new TreeMap<>());
  }

  /// These facts and more.
  PrevailingFacts<F> with(Collection<? extends F> facts) {
    var merged = new TreeMap<>(bySubject);
    facts.stream()
        .flatMap(rules::implied)
        .forEach(
            fact ->
                rules
                    .subjects(fact)
                    .forEach(subject -> merged.merge(subject, fact, rules::prevailing)));
    return new PrevailingFacts<>(rules, merged);
  }

  /// These facts without those about some subjects.
  PrevailingFacts<F> without(Collection<String> subjects) {
    var rest = new TreeMap<>(bySubject);
    rest.keySet().removeAll(subjects);
    return new PrevailingFacts<>(rules, rest);
  }

  /// Each once, in the order of their subjects.
  List<F> all() {
    return bySubject.values().stream().distinct().toList();
  }

  /// The fact about a subject.
  <G extends F> Optional<G> about(String subject, Class<G> type) {
    return Optional.ofNullable(bySubject.get(subject)).map(type::cast);
  }

  /// All facts of a type, by subject.
  <G extends F> Stream<G> each(Class<G> type) {
    return bySubject.values().stream().filter(type::isInstance).map(type::cast);
  }
}
