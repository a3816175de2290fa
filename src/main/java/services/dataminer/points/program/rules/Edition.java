package services.dataminer.points.program.rules;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/// The rules in force for what is earned on the days from `from` up to, not including, `until`.
///
/// @param id the name that decisions carry
/// @param until empty for the edition in force until further notice
public record Edition(
    String id,
    LocalDate from,
    Optional<LocalDate> until,
    Tariff tariff,
    DojoRule dojo,
    Levels levels) {

  public Edition {
    Objects.requireNonNull(tariff, "tariff");
    Objects.requireNonNull(dojo, "dojo");
    Objects.requireNonNull(levels, "levels");
    if (id.isBlank()) {
      throw new IllegalArgumentException("an edition needs an id");
    }
    if (until.isPresent() && !from.isBefore(until.get())) {
      throw new IllegalArgumentException(
          "edition " + id + " ends on " + until.get() + ", not after it begins on " + from);
    }
  }

  /// The same rules, in force up to a day.
  public Edition endingOn(LocalDate day) {
    return new Edition(id, from, Optional.of(day), tariff, dojo, levels);
  }

  /// The same rules, in force from a day on until further notice.
  Edition beginningOn(LocalDate day) {
    return new Edition(id, day, Optional.empty(), tariff, dojo, levels);
  }

  /// Whether these rules assess what is earned on a day.
  public boolean isInForceOn(LocalDate day) {
    return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
  }
}
