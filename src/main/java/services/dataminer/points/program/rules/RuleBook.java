package services.dataminer.points.program.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All editions of the program's rules, without overlap or gap, from the first day on.
public record RuleBook(List<Edition> editions) {

  /// @throws IllegalArgumentException if editions overlap, leave a gap, share an id, or if there is
  ///   none or the last one ends
  public RuleBook {
    editions = editions.stream().sorted(Comparator.comparing(Edition::from)).toList();
    if (editions.isEmpty()) {
      throw new IllegalArgumentException("a rule book needs an edition");
    }
    for (int i = 0; i + 1 < editions.size(); i++) {
      follows(editions.get(i), editions.get(i + 1));
    }
    Edition last = editions.getLast();
    if (last.until().isPresent()) {
      throw new IllegalArgumentException(
          "edition " + last.id() + " ends and none follows: leave out its `until`");
    }
    if (editions.stream().map(Edition::id).distinct().count() < editions.size()) {
      throw new IllegalArgumentException("two editions share an id");
    }
  }

  private static void follows(Edition earlier, Edition later) {
    LocalDate until = earlier.until().orElse(LocalDate.MAX);
    if (until.isAfter(later.from())) {
      throw new IllegalArgumentException(
          "editions %s and %s overlap: let %s end on %s"
              .formatted(earlier.id(), later.id(), earlier.id(), later.from()));
    }
    if (until.isBefore(later.from())) {
      throw new IllegalArgumentException(
          "no edition is in force from %s until %s".formatted(until, later.from()));
    }
  }

  /// The rules for what is earned on a day; empty before the program began.
  public Optional<Edition> inForceOn(LocalDate day) {
    return editions.stream().filter(edition -> edition.isInForceOn(day)).findFirst();
  }

  /// The first day on which anything can be earned.
  public LocalDate beginsOn() {
    return editions.getFirst().from();
  }
}
