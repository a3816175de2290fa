package services.dataminer.points.functions.rules;

import java.util.Comparator;

/// Something wrong in a rule book's file.
///
/// @param line where, from 1
/// @param column where in the line, from 1
/// @param message what, and what is needed instead
public record Violation(int line, int column, String message) implements Comparable<Violation> {

  private static final Comparator<Violation> AS_READ =
      Comparator.comparingInt(Violation::line)
          .thenComparingInt(Violation::column)
          .thenComparing(Violation::message);

  @Override
  public int compareTo(Violation other) {
    return AS_READ.compare(this, other);
  }

  /// `7:13: ...`
  @Override
  public String toString() {
    return line + ":" + column + ": " + message;
  }
}
