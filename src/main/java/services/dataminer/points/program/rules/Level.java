package services.dataminer.points.program.rules;

import java.util.Optional;

/// A standing in the program, lowest first. Everyone starts as a member.
public enum Level {
  MEMBER,
  ADVOCATE,
  ENABLER,
  CATALYST;

  /// The next level up; empty for the highest.
  public Optional<Level> above() {
    return this == CATALYST ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }

  /// The next level down; the lowest stays where it is.
  public Level below() {
    return this == MEMBER ? MEMBER : values()[ordinal() - 1];
  }
}
