package services.dataminer.points.program.rules;

/// A standing in the program, lowest first. Everyone starts as a member.
public enum Level {
  MEMBER,
  ADVOCATE,
  ENABLER,
  CATALYST
}
