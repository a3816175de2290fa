package services.dataminer.points.application.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// Does work as it comes in, on virtual threads: pieces that share a name one after another, in the
/// order they came in, and all others at the same time. Where [WorkerPool] has all pieces at hand,
/// this is for those that arrive one by one. Without work, there are no threads.
public final class Lanes {

  private final Semaphore free;

  /// The end of the last piece under each name; a name without unfinished work has none.
  private final Map<String, CompletableFuture<Void>> last = new HashMap<>();

  /// @param atOnce how many pieces may be under way at a time
  public Lanes(int atOnce) {
    this.free = new Semaphore(atOnce);
  }

  /// Begins a piece as soon as all before it that share a name have ended, well or not.
  ///
  /// @param names what the piece concerns
  /// @return done when the piece is; fails with what the piece throws
  public CompletableFuture<Void> begin(Collection<String> names, Runnable work) {
    CompletableFuture<Void> done = follow(names, work);
    done.whenComplete((_, _) -> leave(names, done));
    return done;
  }

  private synchronized CompletableFuture<Void> follow(Collection<String> names, Runnable work) {
    CompletableFuture<?>[] before =
        names.stream().map(last::get).filter(Objects::nonNull).toArray(CompletableFuture[]::new);
    CompletableFuture<Void> done =
        CompletableFuture.allOf(before)
            .handleAsync((_, _) -> run(work), Thread::startVirtualThread);
    names.forEach(name -> last.put(name, done));
    return done;
  }

  private synchronized void leave(Collection<String> names, CompletableFuture<Void> done) {
    names.forEach(name -> last.remove(name, done));
  }

  private Void run(Runnable work) {
    free.acquireUninterruptibly();
    try {
      work.run();
      return null;
    } finally {
      free.release();
    }
  }
}
