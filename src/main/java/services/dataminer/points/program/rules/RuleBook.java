package services.dataminer.points.program.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// All editions of the program's rules, without overlap or gap, from the first day on.
///
/// @param notPeople who is nobody, whatever the edition: which robots there are is no rule that
///   dates
public record RuleBook(List<Edition> editions, NotPeople notPeople) {

  /// Rules by which everyone invited is somebody.
  public RuleBook(List<Edition> editions) {
    this(editions, NotPeople.NONE);
  }

  /// @throws IllegalArgumentException if editions overlap, leave a gap, share an id, or if there is
  ///   none or the last one ends
  public RuleBook {
    editions = editions.stream().sorted(Comparator.comparing(Edition::from)).toList();
    if (editions.isEmpty()) {
      throw new IllegalArgumentException("a rule book needs an edition");
    }
    List<Misfit> misfits = misfits(editions);
    if (!misfits.isEmpty()) {
      throw new IllegalArgumentException(
          misfits.stream().map(Misfit::message).collect(Collectors.joining("; ")));
    }
  }

  /// What keeps editions from making a rule book.
  ///
  /// @param at the place in the list of the edition to change
  /// @param key what to change of it, as the key is called in a file
  public record Misfit(int at, String key, String message) {}

  /// Everything that keeps editions, in the order of their first days, from making a rule book.
  public static List<Misfit> misfits(List<Edition> editions) {
    List<Misfit> misfits = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < editions.size(); i++) {
      Edition edition = editions.get(i);
      int at = i;
      if (!ids.add(edition.id())) {
        misfits.add(new Misfit(at, "id", "two editions have the id " + edition.id()));
      }
      if (at > 0) {
        breach(editions.get(at - 1), edition)
            .ifPresent(message -> misfits.add(new Misfit(at, "from", message)));
      }
      if (at == editions.size() - 1 && edition.until().isPresent()) {
        String message = "edition " + edition.id() + " ends and none follows: remove its `until`";
        misfits.add(new Misfit(at, "until", message));
      }
    }
    return misfits;
  }

  private static Optional<String> breach(Edition earlier, Edition later) {
    LocalDate until = earlier.until().orElse(LocalDate.MAX);
    if (until.isAfter(later.from())) {
      return Optional.of(
          "editions %s and %s overlap: give %s `until: %s`"
              .formatted(earlier.id(), later.id(), earlier.id(), later.from()));
    }
    return until.isBefore(later.from())
        ? Optional.of("no edition is in force from %s until %s".formatted(until, later.from()))
        : Optional.empty();
  }

  /// The rules for what is earned on a day; empty before the program began.
  public Optional<Edition> inForceOn(LocalDate day) {
    return editions.stream().filter(edition -> edition.isInForceOn(day)).findFirst();
  }

  /// The rules in force on a day or, before the program began, those that come first.
  public Edition inForceOrFirst(LocalDate day) {
    return inForceOn(day).orElse(editions.getFirst());
  }

  /// What the levels ask for on a day. A sign-up may precede the program: until it begins, what it
  /// will ask for first holds.
  public Levels levelsOn(LocalDate day) {
    return inForceOrFirst(day).levels();
  }

  /// What DOJO pays on a day; before the program began, what it will pay first.
  public DojoRule dojoOn(LocalDate day) {
    return inForceOrFirst(day).dojo();
  }

  /// The last edition as if it had been in force from the first day on.
  public RuleBook withLastEditionAlone() {
    return new RuleBook(List.of(editions.getLast().beginningOn(beginsOn())), notPeople);
  }

  /// The first day on which anything can be earned.
  public LocalDate beginsOn() {
    return editions.getFirst().from();
  }
}
