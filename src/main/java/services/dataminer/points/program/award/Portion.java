package services.dataminer.points.program.award;

/// A person's exact part of something to be divided.
public record Portion(Person person, Fraction exact, boolean awarded) {}
