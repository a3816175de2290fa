package services.dataminer.points.functions.rules;

import java.util.Comparator;

/// Something wrong in a rule book's file.
///
/// @param line where, from 1
/// @param column where in the line, from 1
/// @param message what, and what is needed instead
public record Fault(int line, int column, String message) implements Comparable<Fault> {

  private static final Comparator<Fault> AS_READ =
      Comparator.comparingInt(Fault::line)
          .thenComparingInt(Fault::column)
          .thenComparing(Fault::message);

  @Override
  public int compareTo(Fault other) {
    return AS_READ.compare(this, other);
  }

  /// `7:13: ...`
  @Override
  public String toString() {
    return line + ":" + column + ": " + message;
  }
}
