package services.dataminer.points.application.run;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Does pieces of work a few at a time: enough to hide how long the table and others take to
/// answer, and no more than they can take.
public final class WorkerPool {

  private final int hands;

  /// @param hands how many pieces may be under way at a time
  public WorkerPool(int hands) {
    this.hands = hands;
  }

  /// Does every piece, starting them in order, until told to stop.
  ///
  /// @param stop asked before each piece; once true, what is under way is finished and no more
  ///   begun
  /// @param work handles what it can fail of by itself; what it throws ends the run
  /// @return how many pieces were not begun: the last ones
  public <T> int each(Collection<T> pieces, BooleanSupplier stop, Consumer<T> work) {
    Iterator<T> next = pieces.iterator();
    var left = new AtomicInteger(pieces.size());
    Runnable hand =
        () -> {
          while (!stop.getAsBoolean()) {
            T piece;
            synchronized (next) {
              if (!next.hasNext()) {
                return;
              }
              piece = next.next();
              left.decrementAndGet();
            }
            work.accept(piece);
          }
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<? extends Future<?>> running =
          IntStream.range(0, Math.min(hands, pieces.size()))
              .mapToObj(_ -> threads.submit(hand))
              .toList();
      running.forEach(WorkerPool::finished);
    }
    return left.get();
  }

  private static void finished(Future<?> hand) {
    try {
      hand.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Error error -> throw error;
        case RuntimeException failure -> throw failure;
        case Throwable other -> throw new IllegalStateException(other);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while others were at work", e);
    }
  }
}
