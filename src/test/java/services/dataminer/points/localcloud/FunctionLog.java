package services.dataminer.points.localcloud;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// What functions logged lately, for those who look for the reason of a failure.
final class FunctionLog implements Consumer<String> {
  private static final int MOST = 20_000;
  private static final String SEPARATOR = " | ";

  private final Consumer<String> next;
  private final Deque<String> lines = new ArrayDeque<>();

  /// @param next also gets each line
  FunctionLog(Consumer<String> next) {
    this.next = next;
  }

  @Override
  public void accept(String line) {
    synchronized (lines) {
      lines.add(line);
      if (lines.size() > MOST) {
        lines.remove();
      }
    }
    next.accept(line);
  }

  /// The lines of a function, without its name, oldest first.
  List<String> lines(String function) {
    String start = function + SEPARATOR;
    synchronized (lines) {
      return lines.stream()
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length()))
          .toList();
    }
  }
}
