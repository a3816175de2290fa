package services.dataminer.points.program.rules;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the levels stand for and bring, in words for people. No points depend on it. Source: DevOps
/// Professional Program, levels and benefits.
///
/// @param descriptions what someone of a level is; levels may be left out
/// @param added what each level brings in addition to those below it; levels may be left out
/// @param unassigned what points unlock at a level that the program does not name
public record LevelBenefits(
    Map<Level, String> descriptions, Map<Level, List<String>> added, List<String> unassigned) {

  public static final LevelBenefits NONE = new LevelBenefits(Map.of(), Map.of(), List.of());

  /// @throws IllegalArgumentException if a benefit is listed twice
  public LevelBenefits {
    descriptions = Map.copyOf(descriptions);
    added = Map.copyOf(added);
    unassigned = List.copyOf(unassigned);
    Set<String> listed = new HashSet<>();
    Stream.concat(added.values().stream().flatMap(List::stream), unassigned.stream())
        .forEach(
            benefit -> {
              if (!listed.add(benefit)) {
                throw new IllegalArgumentException("`" + benefit + "` is listed twice");
              }
            });
  }

  public Optional<String> description(Level level) {
    return Optional.ofNullable(descriptions.get(level));
  }

  /// What a level brings in addition to those below it.
  public List<String> addedBy(Level level) {
    return added.getOrDefault(level, List.of());
  }

  /// Everything that someone of a level has, what the lowest level brings first.
  public List<String> of(Level level) {
    return EnumSet.range(Level.MEMBER, level).stream().flatMap(l -> addedBy(l).stream()).toList();
  }
}
